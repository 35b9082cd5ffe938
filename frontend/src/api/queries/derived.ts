import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { LocalDate } from '../../time/localDate';
import type { DayRange } from '../../time/range';
import { api, read, readPages, type Schemas } from '../client';
import { joinDerived } from '../derived';

/** Formula, parameters and literature of every derived figure. They change with the service alone. */
export const derivedMetricsQuery = queryOptions({
  queryKey: ['derived-metrics'],
  queryFn: async ({ signal }): Promise<readonly Schemas['DerivedMetric'][]> =>
    (await read(api.GET('/derived-metrics', { signal }))).metrics,
  staleTime: Number.POSITIVE_INFINITY,
});

/** Derived figures of each day of the range. */
export const derivedQuery = (id: number, { from, to }: DayRange, metrics: readonly string[]) =>
  queryOptions({
    queryKey: ['derived', id, from, to, ...metrics],
    queryFn: async ({ signal }) =>
      joinDerived(
        await readPages((cursor) =>
          read(
            api.GET('/participants/{id}/derived', {
              params: {
                path: { id },
                query: { from, to, metrics: [...metrics], limit: 800, ...(cursor && { cursor }) },
              },
              signal,
            }),
          ),
        ),
      ),
    placeholderData: keepPreviousData,
  });

/** How one derived figure of a day came about. */
export const explanationQuery = (id: number, metric: string, date: LocalDate) =>
  queryOptions({
    queryKey: ['explanation', id, metric, date],
    queryFn: ({ signal }) =>
      read(
        api.GET('/participants/{id}/derived/explanation', {
          params: { path: { id }, query: { metric, date } },
          signal,
        }),
      ),
  });
