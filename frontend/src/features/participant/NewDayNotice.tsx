import { useEffect, useRef, useState } from 'react';
import { formatShortDate } from '../../format/dates';
import { Icon } from '../../ui/Icon';
import styles from './NewDayNotice.module.css';
import { latest } from './search';
import type { ParticipantPlace } from './usePlace';

const SHOWN_FOR = 8_000;

interface Props {
  readonly lastDay: string | null;
  readonly place: ParticipantPlace;
}

/** Says that a newer day arrived: shown already when the page follows the newest, else a button away. */
export function NewDayNotice({ lastDay, place }: Props) {
  const known = useRef(lastDay);
  const [arrived, setArrived] = useState<string | null>(null);
  useEffect(() => {
    if (lastDay !== null && (known.current === null || lastDay > known.current)) {
      setArrived(lastDay);
    }
    known.current = lastDay;
  }, [lastDay]);
  useEffect(() => {
    if (arrived && place.latest) {
      const timer = setTimeout(() => setArrived(null), SHOWN_FOR);
      return () => clearTimeout(timer);
    }
  }, [arrived, place.latest]);

  return (
    <div role="status" className={styles.place}>
      {arrived && (
        <p className={styles.notice}>
          {place.latest
            ? `New day: ${formatShortDate(arrived)}, shown`
            : `New day available: ${formatShortDate(arrived)}`}
          {!place.latest && (
            <button type="button" className={styles.show} onClick={() => place.go(latest(place.search))}>
              Show it
            </button>
          )}
          <button type="button" className={styles.close} aria-label="Dismiss" onClick={() => setArrived(null)}>
            <Icon name="close" />
          </button>
        </p>
      )}
    </div>
  );
}
