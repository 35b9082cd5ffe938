import type { QueryClient } from '@tanstack/react-query';
import type { Schemas } from '../api/client';
import { type Job, jobsQuery } from '../api/queries/jobs';

type JobEvent = Schemas['JobEvent'];

/** What a job may have changed when it ends. */
const AFTER = [
  'jobs',
  'runs',
  'sources',
  'rejections',
  'imputation-runs',
  'status',
  'schedule',
  'series',
  'days',
  'summary',
  'derived',
];

/** Puts what an event tells into the list of jobs. One that is new, or has ended, is asked for with all that it says. */
export function jobMoved(queries: QueryClient, event: JobEvent): void {
  const known = queries.getQueryData(jobsQuery.queryKey)?.find(({ id }) => id === event.id);
  const over = event.state !== 'queued' && event.state !== 'running';
  if (known && !over) {
    queries.setQueryData(jobsQuery.queryKey, (jobs: Job[] = []) =>
      jobs.map((job) => (job.id === event.id ? { ...job, ...event } : job)),
    );
  }
  if (!known || over || known.state !== event.state) {
    const stale: ReadonlySet<unknown> = new Set(over ? AFTER : ['jobs']);
    void queries.invalidateQueries({ predicate: ({ queryKey }) => stale.has(queryKey[0]) });
  }
}
