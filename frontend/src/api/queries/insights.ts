import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, read, type Schemas } from '../client';

export type Insight = Schemas['Insight'];
export type InsightAnswer = Schemas['InsightAnswer'];
export type InsightColumn = Schemas['InsightColumn'];
export type InsightValue = InsightAnswer['rows'][number][number];

/** Whom and which days a question is asked about; what is missing does not narrow. */
export interface InsightFilter {
  readonly participants?: readonly number[] | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Every question, in the order they are shown, and whether the sources of the participants bring what it needs. */
export const insightsQuery = (participants?: readonly number[]) =>
  queryOptions({
    queryKey: ['insights', { participants }],
    queryFn: async ({ signal }) =>
      (
        await read(
          api.GET('/insights', {
            params: { query: { ...(participants && { participants: [...participants] }) } },
            signal,
          }),
        )
      ).insights,
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  });

/** The answer to a question. The service keeps it for a minute, and so does the page. */
export const answerQuery = (insight: string, { participants, from, to }: InsightFilter) =>
  queryOptions({
    queryKey: ['insight', insight, { participants, from, to }],
    queryFn: ({ signal }) =>
      read(
        api.GET('/insights/{insight}', {
          params: {
            path: { insight },
            query: {
              ...(participants && { participants: [...participants] }),
              ...(from && { from }),
              ...(to && { to }),
            },
          },
          signal,
        }),
      ),
    staleTime: 60_000,
    // A statement that took too long takes as long the second time.
    retry: false,
  });
