import { useTimeAxis } from '../../charts/axis';
import { FigureRow } from './FigureRow';
import { useLoadWindow } from './loadWindow';
import { MetricRow } from './MetricRow';
import { OverlaidRow } from './OverlaidRow';
import { SleepRow } from './SleepRow';
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
  const { rows, metrics, people, search } = place;
  const span = useLoadWindow(view, limits);
  usePrefetch(place, span);
  const overlaid = search.layout === 'overlaid';
  const others = rows.length - metrics.length;
  const height = useRowHeight(others + (overlaid ? Math.min(1, metrics.length) : metrics.length), people.length);
  const shared = { place, span, shown, point, height };
  return (
    <>
      {overlaid && metrics.length > 0 && <OverlaidRow {...shared} />}
      {rows.map((row) => {
        switch (row.kind) {
          case 'sleep':
            return people.map((person) => <SleepRow key={`sleep ${person.id}`} person={person} {...shared} />);
          case 'figure':
            return <FigureRow key={row.key} figure={row.figure} {...shared} />;
          default:
            return overlaid ? null : <MetricRow key={row.key} metric={row.metric} {...shared} />;
        }
      })}
    </>
  );
}
