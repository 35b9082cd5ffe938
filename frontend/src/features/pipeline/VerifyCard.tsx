import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { createJob, isOpen, type Job, jobsQuery } from '../../api/queries/jobs';
import type { Beat, VerifyState } from '../../api/queries/schedule';
import { formatAgo, formatDateTime, formatUntil } from '../../format/dates';
import { formatDuration, formatNumber } from '../../format/numbers';
import type { WallClock } from '../../time/zone';
import jobStyles from './Jobs.module.css';
import styles from './Schedule.module.css';
import { StateChip } from './StateChip';

const BY: Readonly<Record<string, string>> = { api: 'by a job', command: 'by a command', schedule: 'by itself' };

interface Props {
  readonly verify: VerifyState;
  readonly beat: Beat | undefined;
  readonly clock: WallClock;
  readonly now: number;
}

/** Whether roll-ups agree with their samples: what the last comparison found, and a button for the next. */
export function VerifyCard({ verify: { ended, failed, next }, beat, clock, now }: Props) {
  const queries = useQueryClient();
  const { data: jobs = [] } = useQuery(jobsQuery);
  const ask = useMutation({
    mutationFn: (repair: boolean) => createJob({ kind: 'verify', lake: false, repair }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['jobs'] }),
  });
  const job = jobs.find((one) => isOpen(one) && one.parameters.kind === 'verify' && !one.parameters.lake);
  const running = job !== undefined || beat?.state === 'running';
  const differs = ended !== null && ended.differing > 0 && !ended.repaired;
  const state = running ? 'running' : failed ? 'failed' : !ended ? 'never' : differs ? 'differs' : 'agrees';
  const busy = running || ask.isPending;
  return (
    <div className={`card ${styles.card}`} data-bad={differs || failed !== null}>
      <div className={styles.top}>
        <h3>Roll-ups against their samples</h3>
        <StateChip state={state} />
        <div className={styles.buttons}>
          {differs && (
            <button type="button" className="button" disabled={busy} onClick={() => ask.mutate(true)}>
              Make them anew
            </button>
          )}
          <button type="button" className="button" disabled={busy} onClick={() => ask.mutate(false)}>
            Verify now
          </button>
        </div>
      </div>
      <Found ended={ended} />
      {job && <Progress job={job} />}
      {running && !job && <p className={styles.detail}>It is at it now.</p>}
      {ended && (
        <p className={styles.detail}>
          {formatAgo(Date.parse(ended.endedAt), now)}, {formatDateTime(clock, Date.parse(ended.endedAt))},{' '}
          {BY[ended.trigger]}; took {formatDuration(Date.parse(ended.endedAt) - Date.parse(ended.startedAt))}.
        </p>
      )}
      {failed && (
        <p className={styles.bad}>
          The last try broke off {formatAgo(Date.parse(failed.at), now)}: {failed.error}.
        </p>
      )}
      {ask.error && <p className={styles.bad}>{ask.error.message}</p>}
      {next && (
        <p className={styles.detail}>
          Next by itself {formatUntil(Date.parse(next), now)}, {formatDateTime(clock, Date.parse(next))}.
        </p>
      )}
    </div>
  );
}

function Found({ ended }: { readonly ended: VerifyState['ended'] }) {
  if (!ended) {
    return <p className={styles.figure}>Not compared yet</p>;
  }
  const { compared, differing, repaired } = ended;
  const of = `of ${formatNumber(compared)} buckets`;
  return (
    <>
      <p className={styles.figure}>
        {differing === 0 && `All ${formatNumber(compared)} buckets agree`}
        {differing > 0 && `${formatNumber(differing)} ${of} ${repaired ? 'differed' : 'differ'}`}
      </p>
      {differing > 0 && (
        <p className={repaired ? styles.detail : styles.bad}>
          {repaired
            ? 'They were made anew from their samples.'
            : 'Sums and means over them may be wrong until they are made anew. Samples are not affected.'}
        </p>
      )}
    </>
  );
}

function Progress({ job: { done, total, words, state } }: { readonly job: Job }) {
  return (
    <div className={jobStyles.line}>
      <progress
        className={jobStyles.progress}
        aria-label="Progress of the comparison"
        {...(total ? { value: done, max: total } : state === 'queued' ? { value: 0 } : {})}
      />
      <span className={jobStyles.when}>
        {state === 'queued' ? 'waits for its turn' : total ? `${done} of ${total}${words ? ` · ${words}` : ''}` : ''}
      </span>
    </div>
  );
}
