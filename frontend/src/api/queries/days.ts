import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { DayRange } from '../../time/range';
import { api, read, readPages } from '../client';

/** Daily figures of a participant for the range, oldest first. */
export const daysQuery = (id: number, range: DayRange) =>
  queryOptions({
    queryKey: ['days', id, range.from, range.to],
    queryFn: async ({ signal }) => {
      const pages = await readPages((cursor) =>
        read(
          api.GET('/participants/{id}/days', {
            params: { path: { id }, query: { from: range.from, to: range.to, limit: 366, ...(cursor && { cursor }) } },
            signal,
          }),
        ),
      );
      return pages.flatMap((page) => page.days);
    },
    placeholderData: keepPreviousData,
  });
