import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Span } from '../../time/span';
import { api, read } from '../client';
import { imputedOf } from '../imputation';

/** Buckets of a day are enough for longer spans: the service counts the minutes. */
const LONG = 60 * 86_400_000;

/** Minutes of a span for which imputed values exist, by key of the metric. */
export const imputedMinutesQuery = (participant: number, metrics: readonly string[], { from, to }: Span) =>
  queryOptions({
    // Begins as the series do, so that whatever makes them old makes this old too.
    queryKey: ['series', participant, 'imputed minutes', metrics, from, to],
    queryFn: async ({ signal }): Promise<ReadonlyMap<string, number>> => {
      const { series } = await read(
        api.GET('/participants/{id}/series', {
          params: {
            path: { id: participant },
            query: {
              metrics: [...metrics],
              from: new Date(from).toISOString(),
              to: new Date(to).toISOString(),
              resolution: to - from > LONG ? '1d' : '1h',
              fill: 'both',
            },
          },
          signal,
        }),
      );
      const minutes = new Map<string, number>();
      for (const one of series) {
        const made = imputedOf([one])?.minutes.reduce((sum, part) => sum + part, 0) ?? 0;
        minutes.set(one.metric, (minutes.get(one.metric) ?? 0) + made);
      }
      return minutes;
    },
    placeholderData: keepPreviousData,
  });
