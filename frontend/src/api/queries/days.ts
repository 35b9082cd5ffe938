import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { DayRange } from '../../time/range';
import { api, read, readPages } from '../client';

/** Daily figures of a participant for the range, oldest first. */
export const daysQuery = (id: number, range: DayRange) =>
  queryOptions({
    queryKey: ['days', id, range.from, range.to],
    queryFn: ({ signal }) => readDays(id, range, signal),
    placeholderData: keepPreviousData,
  });

/** The days of the range, asked for page by page. */
export async function readDays(id: number, { from, to }: DayRange, signal: AbortSignal) {
  const pages = await readPages((cursor) =>
    read(
      api.GET('/participants/{id}/days', {
        params: { path: { id }, query: { from, to, limit: 366, ...(cursor && { cursor }) } },
        signal,
      }),
    ),
  );
  return pages.flatMap((page) => page.days);
}
