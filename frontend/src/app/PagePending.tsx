import { Skeleton } from '../ui/Skeleton';
import styles from './PagePending.module.css';

/** The shape of a page whose code is on its way. */
export function PagePending() {
  return (
    <div className={styles.page} role="status" aria-label="Loading the page">
      <Skeleton height="2rem" width="18rem" />
      <Skeleton height="5.5rem" />
      <Skeleton height="30rem" />
    </div>
  );
}
