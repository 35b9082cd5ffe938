import type { Job, JobRequest } from '../../api/queries/jobs';

/** Whether a job only found out what would change. */
export function isDryRun({ parameters }: Pick<Job, 'parameters'>): boolean {
  return 'dryRun' in parameters && parameters.dryRun === true;
}

/** The request that does what a dry run found out; nothing where it found nothing to do, or where it was asked for since. */
export function realRunOf(job: Job, jobs: readonly Job[]): JobRequest | undefined {
  const { parameters, state, result } = job;
  if (!('dryRun' in parameters) || !parameters.dryRun || state !== 'done' || !result) {
    return undefined;
  }
  const found = parameters.kind === 'impute' ? result.counts.values : result.counts.changed;
  const real = { ...parameters, dryRun: false };
  const since = jobs.some(({ id, parameters: other }) => id > job.id && isSame(other, real));
  return found && !since ? real : undefined;
}

function isSame(one: Job['parameters'], other: Job['parameters']): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(parameters: Job['parameters']): unknown {
  return Object.entries(parameters).toSorted(([a], [b]) => a.localeCompare(b));
}
