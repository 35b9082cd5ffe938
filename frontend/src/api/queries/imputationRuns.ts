import { queryOptions } from '@tanstack/react-query';
import { api, read, type Schemas } from '../client';

export type ImputationRun = Schemas['ImputationRun'];

/** Runs of imputation, newest first. */
export const imputationRunsQuery = queryOptions({
  queryKey: ['imputation-runs'],
  queryFn: async ({ signal }) =>
    (await read(api.GET('/imputation-runs', { params: { query: { limit: 100 } }, signal }))).runs,
});
