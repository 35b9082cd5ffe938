import { useTimeAxis } from '../../charts/axis';
import { useLoadWindow } from './loadWindow';
import { MetricRow } from './MetricRow';
import { OverlaidRow } from './OverlaidRow';
import type { Point } from './search';
import type { ShownStore } from './shownStore';
import type { ExplorePlace } from './useExplorePlace';
import { usePrefetch } from './usePrefetch';
import { useRowHeight } from './useRowHeight';

interface Props {
  readonly place: ExplorePlace;
  readonly shown: ShownStore;
  readonly point: Point | undefined;
}

/** A row for each metric, or all in one. */
export function ExploreCharts({ place, shown, point }: Props) {
  const { view, limits } = useTimeAxis();
  const { metrics, people, search } = place;
  const span = useLoadWindow(view, limits);
  usePrefetch(place, span);
  const overlaid = search.layout === 'overlaid';
  const height = useRowHeight(overlaid ? 1 : metrics.length, people.length);
  const shared = { place, span, shown, point, height };
  return overlaid ? (
    <OverlaidRow {...shared} />
  ) : (
    metrics.map((metric) => <MetricRow key={metric.key} metric={metric} {...shared} />)
  );
}
