import type { Metric } from '../../api/client';
import { FigurePanel } from '../../charts/derived/FigurePanel';
import { LineagePanel } from './LineagePanel';
import type { ExploreFigure } from './rows';
import type { Point } from './search';
import type { ExplorePlace } from './useExplorePlace';

interface Props {
  readonly point: Point;
  readonly place: ExplorePlace;
  readonly catalogue: readonly Metric[];
  readonly figures: readonly ExploreFigure[];
}

/** Where a point comes from: of what was delivered the delivery, of our own figures how they came about. */
export function PointPanel({ point, place, catalogue, figures }: Props) {
  const figure = figures.find(({ key, by }) => key === point.metric && by === 'daystream');
  const person = place.people.find(({ id }) => id === point.participant);
  return figure && person ? (
    <FigurePanel
      participant={person.id}
      figure={figure.key}
      date={person.clock.dateAt(point.at)}
      clock={person.clock}
      shown={place.clock}
      figures={[]}
      onClose={() => place.change({ point: undefined })}
    />
  ) : (
    <LineagePanel point={point} place={place} catalogue={catalogue} />
  );
}
