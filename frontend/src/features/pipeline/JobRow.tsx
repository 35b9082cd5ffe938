import { useMutation, useQueryClient } from '@tanstack/react-query';
import { cancelJob, isOpen, type Job } from '../../api/queries/jobs';
import { formatDuration, formatNumber } from '../../format/numbers';
import { Instant } from '../../ui/Instant';
import { useNow } from '../../ui/useNow';
import { JobFindings } from './JobFindings';
import styles from './Jobs.module.css';
import { jobScope } from './jobScope';
import { StateChip } from './StateChip';
import { title } from './words';

/** One job: what it is about, how far it is, and what came of it. */
export function JobRow({ job, names }: { readonly job: Job; readonly names: ReadonlyMap<number, string> }) {
  const queries = useQueryClient();
  const now = useNow(10_000);
  const stop = useMutation({
    mutationFn: () => cancelJob(job.id),
    onSettled: () => queries.invalidateQueries({ queryKey: ['jobs'] }),
  });
  const open = isOpen(job);
  const scope = jobScope(job, names);
  const { done, total, words, error, result, startedAt, endedAt, resumed, cancelling } = job;
  const took = startedAt && endedAt ? `, took ${formatDuration(Date.parse(endedAt) - Date.parse(startedAt))}` : '';
  return (
    <li className={styles.job} aria-label={`${title(job.kind)}, job ${job.id}`}>
      <div className={styles.line}>
        <strong>{title(job.kind)}</strong>
        {scope && <span className={styles.scope}>{scope}</span>}
        <StateChip state={cancelling ? 'stopping' : job.state} />
        <span className={styles.when}>
          job {job.id}, asked <Instant at={job.createdAt} now={now} />
          {job.trigger === 'api' ? '' : ` by ${job.trigger}`}
          {took}
          {resumed > 0 && `, taken up again ${resumed === 1 ? 'once' : `${resumed} times`}`}
        </span>
        {open && (
          <button
            type="button"
            className="button"
            disabled={stop.isPending || cancelling}
            onClick={() => stop.mutate()}
            aria-label={`Cancel job ${job.id}`}
          >
            {cancelling ? 'Stopping' : 'Cancel'}
          </button>
        )}
      </div>
      {open && (
        <div className={styles.line}>
          <progress
            className={styles.progress}
            aria-label="Progress"
            {...(total ? { value: done, max: total } : job.state === 'queued' ? { value: 0 } : {})}
          />
          <span className={styles.when}>
            {total ? `${formatNumber(done)} of ${formatNumber(total)}` : formatNumber(done)}
            {words && ` · ${words}`}
          </span>
        </div>
      )}
      {stop.error && (
        <p className={styles.error} role="alert">
          The job was not cancelled. {stop.error.message} Cancel asks again.
        </p>
      )}
      {error && <p className={styles.error}>{error}</p>}
      {result && <JobFindings result={result} names={names} />}
    </li>
  );
}
