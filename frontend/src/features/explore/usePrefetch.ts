import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { seriesQuery } from '../../api/queries/series';
import { useTimeAxis } from '../../charts/axis';
import { fitSpan, type Span, scaleSpan } from '../../time/span';
import { windowOf } from './loadWindow';
import { requestOf } from './useCells';
import type { ExplorePlace } from './useExplorePlace';

const QUIET = 500;
const CLOSER = 0.25;
const FURTHER = 4;
/** More would burden the service for views that may never be wanted. */
const MOST_CELLS = 8;

/** Fetches what the next steps of the wheel want, around the cursor and out of the view, once the hand rests. */
export function usePrefetch({ people, metrics, resolution, search: { fill } }: ExplorePlace, loaded: Span): void {
  const queries = useQueryClient();
  const { view, limits, cursor } = useTimeAxis();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the view counts where the loaded window was reached
  useEffect(() => {
    // Only `auto` keeps answers short; a week of samples ahead would hold up what is wanted now.
    if (people.length * metrics.length > MOST_CELLS || resolution !== 'auto') {
      return undefined;
    }
    const timer = setTimeout(() => {
      const centre = cursor.get() ?? undefined;
      for (const factor of [CLOSER, FURTHER]) {
        const next = windowOf(fitSpan(scaleSpan(view, factor, centre), limits), limits);
        for (const person of people) {
          for (const metric of metrics) {
            void queries.prefetchQuery(seriesQuery(requestOf(person, metric, next, resolution, fill)));
          }
        }
      }
    }, QUIET);
    return () => clearTimeout(timer);
  }, [loaded, people, metrics, resolution, fill, queries]);
}
