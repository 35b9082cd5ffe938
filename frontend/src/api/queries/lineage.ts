import { queryOptions } from '@tanstack/react-query';
import { api, read } from '../client';

/** Where a participant's point comes from; `at` is an instant, which means the first sample of its minute. */
export const lineageQuery = (id: number, metric: string, at: string) =>
  queryOptions({
    queryKey: ['lineage', id, metric, at],
    queryFn: ({ signal }) =>
      read(api.GET('/participants/{id}/lineage', { params: { path: { id }, query: { metric, at } }, signal })),
  });
