import { useQuery } from '@tanstack/react-query';
import { scheduleQuery } from '../../api/queries/schedule';
import { wallClock } from '../../time/zone';
import { Message } from '../../ui/Message';
import { QueryError } from '../../ui/QueryError';
import { Skeleton } from '../../ui/Skeleton';
import { useNow } from '../../ui/useNow';
import { useShownClock } from '../../ui/useZone';
import { BeatRow } from './BeatRow';
import page from './PipelinePage.module.css';
import { RefresherCard } from './RefresherCard';
import styles from './Schedule.module.css';
import { VerifyCard } from './VerifyCard';

/** What the service does by itself, when it comes next, and how it keeps roll-ups right. */
export function Schedule() {
  const { data: schedule, error, refetch } = useQuery(scheduleQuery);
  const { clock } = useShownClock();
  const now = useNow(5_000);
  return (
    <section aria-labelledby="schedule" className={styles.schedule}>
      <div className={page.head}>
        <h2 id="schedule">Schedule</h2>
        <span className={page.muted}>
          {schedule && clock.wall(now) !== wallClock([{ validFrom: null, zone: schedule.zone }]).wall(now)
            ? `“How often” is by the service’s clock, ${schedule.zone}`
            : ''}
        </span>
      </div>
      {!schedule && error && <QueryError what="The schedule" error={error} onRetry={() => void refetch()} />}
      {!schedule && !error && <Skeleton height="17rem" />}
      {schedule?.beats.length === 0 && (
        <Message title="Nothing is done by itself here">
          <p>
            This process only answers. <code>./daystream up</code> runs the schedule.
          </p>
        </Message>
      )}
      {schedule && schedule.beats.length > 0 && (
        <div className={`card ${page.frame}`}>
          <table className={`${page.table} ${styles.table}`}>
            <thead>
              <tr>
                <th>What</th>
                <th className={page.wide}>How often</th>
                <th>State</th>
                <th className={page.wide}>Last</th>
                <th>Next</th>
              </tr>
            </thead>
            {schedule.beats.map((beat) => (
              <BeatRow key={beat.key} {...{ beat, clock, now }} />
            ))}
          </table>
        </div>
      )}
      {schedule && (
        <div className={styles.cards}>
          <RefresherCard refresher={schedule.refresher} now={now} />
          <VerifyCard
            verify={schedule.verify}
            beat={schedule.beats.find(({ key }) => key === 'verify')}
            {...{ clock, now }}
          />
        </div>
      )}
    </section>
  );
}
