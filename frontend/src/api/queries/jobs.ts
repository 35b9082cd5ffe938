import { queryOptions } from '@tanstack/react-query';
import { api, read, type Schemas } from '../client';

export type Job = Schemas['Job'];
export type JobRequest = Schemas['JobRequest'];

/** The newest jobs; those that wait or run are among them, because a hundred at most may wait. */
export const jobsQuery = queryOptions({
  queryKey: ['jobs'],
  queryFn: async ({ signal }) => (await read(api.GET('/jobs', { params: { query: { limit: 150 } }, signal }))).jobs,
});

/** Asks for work; the same request while it waits or runs gets the job that is there. */
export function createJob(request: JobRequest): Promise<Job> {
  return read(api.POST('/jobs', { body: request }));
}

/** Asks a job to stop. */
export function cancelJob(id: number): Promise<Job> {
  return read(api.POST('/jobs/{id}/cancel', { params: { path: { id } } }));
}

/** Whether a job waits or runs. */
export function isOpen({ state }: Pick<Job, 'state'>): boolean {
  return state === 'queued' || state === 'running';
}
