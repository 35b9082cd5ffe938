import type { ReactNode } from 'react';
import type { RefresherState } from '../../api/queries/schedule';
import { formatAgo } from '../../format/dates';
import { count, formatDuration } from '../../format/numbers';
import styles from './Schedule.module.css';
import { StateChip } from './StateChip';

/** What has waited longer than this is late; the alert RefresherBehind goes by the same. */
const LATE_SECONDS = 600;

/** What brings roll-ups up to date: what waits, and how the last refresh went. */
export function RefresherCard({ refresher, now }: { readonly refresher: RefresherState; readonly now: number }) {
  const { needed, days, oldestSeconds, last } = refresher;
  const late = oldestSeconds > LATE_SECONDS;
  const failed = last?.error;
  const state = failed ? 'failed' : late ? 'late' : days > 0 ? 'waiting' : 'up to date';
  return (
    <div className={`card ${styles.card}`} data-bad={Boolean(failed) || late}>
      <div className={styles.top}>
        <h3>Refresher of roll-ups</h3>
        <StateChip state={state} />
      </div>
      <p className={styles.figure}>
        {days > 0 ? `${count(days, 'day of a series', 'days of series')} wait` : 'Nothing waits'}
      </p>
      {!needed && <Detail>Here, roll-ups are written with their samples, in one transaction.</Detail>}
      {needed && days > 0 && (
        <Detail>
          The oldest for {formatDuration(oldestSeconds * 1000)}. Until then they are made from the samples: right, but
          slower.
        </Detail>
      )}
      {needed && !last && days === 0 && <Detail>There was nothing to do since the service started.</Detail>}
      {last && !failed && (
        <Detail>
          Last refresh {formatAgo(Date.parse(last.at), now)}: {count(last.days, 'day of a series', 'days of series')} in{' '}
          {formatDuration(last.millis)}.
        </Detail>
      )}
      {failed && (
        <p className={styles.bad}>
          Broke off {formatAgo(Date.parse(last.at), now)}: {failed}. It is tried again every few seconds.
        </p>
      )}
    </div>
  );
}

function Detail({ children }: { readonly children: ReactNode }) {
  return <p className={styles.detail}>{children}</p>;
}
