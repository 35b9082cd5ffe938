import { queryOptions } from '@tanstack/react-query';
import type { DayRange } from '../../time/range';
import { api, read, readPages } from '../client';
import type { Columns } from '../columns';
import { decodeSeries } from '../decode';
import { groupBy } from '../groupBy';

/** The contract's limit for one request. */
export const PARTICIPANTS_PER_REQUEST = 50;

/** Daily steps of several participants at once, by participant. */
export const stepsPerDayQuery = (participants: readonly number[], range: DayRange) =>
  queryOptions({
    queryKey: ['steps-per-day', range.from, range.to, ...participants],
    queryFn: async ({ signal }): Promise<ReadonlyMap<number, Columns>> => {
      const pages = await readPages((cursor) =>
        read(
          api.GET('/series', {
            params: {
              query: {
                participants: [...participants],
                metrics: ['steps'],
                from: range.from,
                to: range.to,
                resolution: '1d',
                ...(cursor && { cursor }),
              },
            },
            signal,
          }),
        ),
      );
      const groups = groupBy(
        pages.flatMap((page) => page.series),
        (series) => series.participant,
      );
      return new Map([...groups].map(([id, series]) => [id, decodeSeries(series)]));
    },
    staleTime: 60_000,
  });
