import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { cancelJob, isOpen, type Job } from '../../api/queries/jobs';
import { formatDuration, formatNumber } from '../../format/numbers';
import { Instant } from '../../ui/Instant';
import { useNow } from '../../ui/useNow';
import { isDryRun, realRunOf } from './dryRun';
import { JobFindings } from './JobFindings';
import styles from './Jobs.module.css';
import { jobScope } from './jobScope';
import { RealRun } from './RealRun';
import { StateChip } from './StateChip';
import { title } from './words';

interface Props {
  readonly job: Job;
  readonly names: ReadonlyMap<number, string>;
  /** All jobs that are listed. */
  readonly jobs: readonly Job[];
}

/** One job: what it is about, how far it is, and what came of it. */
export function JobRow({ job, names, jobs }: Props) {
  const queries = useQueryClient();
  const now = useNow(10_000);
  const stop = useMutation({
    mutationFn: () => cancelJob(job.id),
    onSettled: () => queries.invalidateQueries({ queryKey: ['jobs'] }),
  });
  const open = isOpen(job);
  const real = realRunOf(job, jobs);
  const scope = jobScope(job, names);
  const { done, total, words, error, result, startedAt, endedAt, exitCode, resumed, cancelling } = job;
  const took = startedAt && endedAt ? `, took ${formatDuration(Date.parse(endedAt) - Date.parse(startedAt))}` : '';
  return (
    <li className={styles.job} aria-label={`${title(job.kind)}, job ${job.id}`}>
      <div className={styles.line}>
        <strong>{title(job.kind)}</strong>
        {scope && <span className={styles.scope}>{scope}</span>}
        <StateChip state={cancelling ? 'stopping' : job.state} />
        <span className={styles.when}>
          job {job.id}, {job.trigger === 'command' ? 'started' : 'asked'} <Instant at={job.createdAt} now={now} />
          {BY[job.trigger]}
          {took}
          {exitCode !== null && `, exit code ${exitCode}${EXITS[exitCode] ? ` (${EXITS[exitCode]})` : ''}`}
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
      {real && <RealRun request={real} />}
      {job.kind === 'impute' && job.state === 'done' && !isDryRun(job) && (
        <Link to="/pipeline" search={{ tab: 'imputation' }} className={styles.runs}>
          Imputation runs, with undo
        </Link>
      )}
    </li>
  );
}

const BY: Readonly<Record<Job['trigger'], string>> = {
  api: '',
  command: ' by the command line',
  schedule: ' by the schedule',
};

/** What exit codes of commands mean. */
const EXITS: Readonly<Record<number, string>> = {
  1: 'unexpected failure',
  2: 'wrong command line',
  4: 'something needed was not available',
  5: 'done in part',
  6: 'a difference was found',
};
