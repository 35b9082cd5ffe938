import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { DayRange } from '../../time/range';
import { api, read } from '../client';

/** Means, usual values and changes of a range, as the service computes them. */
export const summaryQuery = (id: number, { from, to }: DayRange) =>
  queryOptions({
    queryKey: ['summary', id, from, to],
    queryFn: ({ signal }) =>
      read(api.GET('/participants/{id}/summary', { params: { path: { id }, query: { from, to } }, signal })),
    placeholderData: keepPreviousData,
  });
