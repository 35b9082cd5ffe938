import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Span } from '../../time/span';
import { api, read, type Series } from '../client';

/** What the service says of one source's samples in a view: all together, and how many of them count. */
export interface SourceSummary {
  readonly summary: Series['summary'];
  readonly coverage: Pick<NonNullable<Series['coverage']>, 'unit' | 'total' | 'totalPresent' | 'share'>;
}

/** A metric of a participant in a view, by source; the same at every zoom, because the service counts exactly this time. */
export const viewSummaryQuery = (participant: number, metric: string, { from, to }: Span) =>
  queryOptions({
    queryKey: ['series', participant, metric, 'view', from, to] as const,
    queryFn: async ({ signal }): Promise<readonly SourceSummary[]> => {
      const [start, end] = [new Date(Math.round(from)).toISOString(), new Date(Math.round(to)).toISOString()];
      const page = await read(
        api.GET('/participants/{id}/series', {
          params: {
            path: { id: participant },
            query: { metrics: [metric], from: start, to: end, resolution: '1d', limit: 200_000 },
          },
          signal,
        }),
      );
      return page.series.map(({ summary, coverage }) => ({ summary, coverage }));
    },
    placeholderData: keepPreviousData,
  });
