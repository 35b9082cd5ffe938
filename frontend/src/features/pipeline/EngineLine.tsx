import type { Status } from '../../api/client';
import { formatDuration } from '../../format/numbers';
import { Instant } from '../../ui/Instant';
import { Skeleton } from '../../ui/Skeleton';
import { useNow } from '../../ui/useNow';
import styles from './PipelinePage.module.css';

/** The service in one line: rhythm, engine, version, since when. */
export function EngineLine({ status }: { readonly status: Status | undefined }) {
  const now = useNow();
  if (!status) {
    return <Skeleton height="1.1rem" width="26rem" />;
  }
  return (
    <p className={styles.line}>
      One day per participant every {formatDuration(status.every * 1000)} · {status.engine} · Daystream {status.version}{' '}
      · started <Instant at={status.startedAt} now={now} />
    </p>
  );
}
