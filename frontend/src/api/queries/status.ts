import { queryOptions } from '@tanstack/react-query';
import { api, read } from '../client';

/** What the service is doing now; asked again every half minute, because due times pass without an event. */
export const statusQuery = queryOptions({
  queryKey: ['status'],
  queryFn: ({ signal }) => read(api.GET('/status', { signal })),
  refetchInterval: 30_000,
});
