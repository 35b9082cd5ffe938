import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, read } from '../client';

const PAGE = 25;

/** What came for days that were in place already, newest first, page by page. */
export const correctionsQuery = (id: number) =>
  infiniteQueryOptions({
    queryKey: ['corrections', id],
    queryFn: ({ signal, pageParam }) =>
      read(
        api.GET('/participants/{id}/corrections', {
          params: { path: { id }, query: { limit: PAGE, ...(pageParam && { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
  });
