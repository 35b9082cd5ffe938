import { useQueries } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import type { Metric } from '../../api/client';
import { type MetricData, type Resolution, type SeriesRequest, seriesQuery } from '../../api/queries/series';
import type { Span } from '../../time/span';
import { alone, useSame } from './answers';
import type { Person } from './people';

/** More than a screen has columns, because what is asked for is up to three times as wide as the view. */
export const POINTS = 12_000;

/** One metric of one participant, as far as it is there. */
export interface Cell {
  readonly person: Person;
  readonly metric: Metric;
  /** What to show: the newest answer, or the last one while the next is on its way. */
  readonly data: MetricData | undefined;
  readonly pending: boolean;
  readonly error: Error | null;
  readonly retry: () => void;
}

/** What to ask for. */
export function requestOf(
  person: Person,
  metric: Metric,
  span: Span,
  resolution: Resolution,
  fill?: 'both',
): SeriesRequest {
  const [from, to] = [new Date(span.from).toISOString(), new Date(span.to).toISOString()];
  return { participant: person.id, metric: metric.key, from, to, resolution, points: POINTS, fill };
}

/** Metrics and participants over a span; the last answers stay until the next are there. */
export function useCells(
  wanted: readonly (readonly [Person, Metric])[],
  span: Span,
  resolution: Resolution,
  fill?: 'both',
): readonly Cell[] {
  const requests = wanted.map(([person, metric]) => requestOf(person, metric, span, resolution, fill));
  const answers = useQueries({ queries: requests.map((request) => alone(seriesQuery(request))) });
  const last = useRef(new Map<string, MetricData>());
  const parts = useSame([
    ...wanted.flat(),
    ...answers.flatMap(({ data, error, isPending, refetch }) => [data, error, isPending, refetch]),
  ]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the parts are all that the cells are made of
  return useMemo(
    () =>
      wanted.map(([person, metric], index): Cell => {
        const key = `${person.id} ${metric.key}`;
        const answer = answers[index];
        const data = answer?.data;
        if (data) {
          last.current.set(key, data);
        }
        return {
          ...{ person, metric, data: data ?? last.current.get(key) },
          pending: answer?.isPending ?? true,
          error: answer?.error ?? null,
          retry: () => void answer?.refetch(),
        };
      }),
    [parts],
  );
}
