import type { Span } from '../../time/span';
import type { WallClock } from '../../time/zone';
import type { Row } from './table';

/** Makes the rows of a chart for the part in view. */
export type RowsOf = (view: Span, clock: WallClock) => readonly Row[];

/** What is on screen, as rows of figures, for downloads of exactly what is shown. */
export interface ShownStore {
  set(chart: string, rowsOf: RowsOf): () => void;
  all: RowsOf;
}

export function createShownStore(): ShownStore {
  const charts = new Map<string, RowsOf>();
  return {
    set(chart, rowsOf) {
      charts.set(chart, rowsOf);
      return () => {
        if (charts.get(chart) === rowsOf) {
          charts.delete(chart);
        }
      };
    },
    all: (view, clock) => [...charts.values()].flatMap((rowsOf) => rowsOf(view, clock)),
  };
}
