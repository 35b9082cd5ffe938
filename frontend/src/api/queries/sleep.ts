import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { DayRange } from '../../time/range';
import { api, read, readPages } from '../client';

/** Sleep sessions that ended on the range's dates, oldest first. */
export const sleepQuery = (id: number, range: DayRange) =>
  queryOptions({
    queryKey: ['sleep', id, range.from, range.to],
    queryFn: async ({ signal }) => {
      const pages = await readPages((cursor) =>
        read(
          api.GET('/participants/{id}/sleep', {
            params: { path: { id }, query: { from: range.from, to: range.to, limit: 366, ...(cursor && { cursor }) } },
            signal,
          }),
        ),
      );
      return pages.flatMap((page) => page.sessions);
    },
    placeholderData: keepPreviousData,
  });
