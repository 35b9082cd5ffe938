import { Skeleton } from '../../ui/Skeleton';
import styles from './ParticipantPage.module.css';

const ROWS = ['8rem', '6.5rem', '6.5rem', '6.5rem'];

/** The charts' shape while their code or data are on the way. */
export function ChartsSkeleton() {
  return (
    <div className={`card ${styles.page}`} style={{ padding: '1rem' }} role="status" aria-label="Loading charts">
      {ROWS.map((height, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have nothing but their place
        <Skeleton key={index} height={height} />
      ))}
    </div>
  );
}

/** The whole page's shape before it is known who it is about. */
export function HeaderSkeleton() {
  return (
    <div className={styles.page} role="status" aria-label="Loading the participant">
      <Skeleton height="2rem" width="22rem" />
      <Skeleton height="7rem" />
      <ChartsSkeleton />
    </div>
  );
}
