import { queryOptions } from '@tanstack/react-query';
import { api, read } from '../client';

/** The metric catalogue; it changes only with the service's version. */
export const metricsQuery = queryOptions({
  queryKey: ['metrics'],
  queryFn: async ({ signal }) => (await read(api.GET('/metrics', { signal }))).metrics,
  staleTime: Number.POSITIVE_INFINITY,
});
