import { useEffect, useState } from 'react';
import { useLiveState } from '../live/LiveProvider';
import styles from './ConnectionNotice.module.css';

const PATIENCE = 3_000;

/** Says that the service is away, once it has been for a moment. What is shown stays. */
export function ConnectionNotice() {
  const state = useLiveState();
  const [lasting, setLasting] = useState(false);
  useEffect(() => {
    if (state !== 'reconnecting') {
      setLasting(false);
      return;
    }
    const timer = setTimeout(() => setLasting(true), PATIENCE);
    return () => clearTimeout(timer);
  }, [state]);
  return (
    <div role="status">
      {lasting && (
        <p className={styles.notice}>
          No connection to the Daystream service. What is shown stays and may be out of date; it is loaded again when
          the service is back.
        </p>
      )}
    </div>
  );
}
