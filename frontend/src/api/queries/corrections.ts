import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { DayRange } from '../../time/range';
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

/** The newest corrections of the range's days, at most `limit`, and whether there are more. */
export const correctionsOfRangeQuery = (id: number, { from, to }: DayRange, limit: number) =>
  queryOptions({
    queryKey: ['corrections', id, from, to, limit],
    queryFn: ({ signal }) =>
      read(api.GET('/participants/{id}/corrections', { params: { path: { id }, query: { from, to, limit } }, signal })),
  });
