import type { Metric } from '../../api/client';
import type { DerivedMetric } from '../../api/derived';
import type { DayFigure } from '../../charts/derived/figurePicture';
import { SLEEP } from '../../charts/metricChoice';

/** A row of the Explorer: a series, the stages of sleep, or a figure of each day. */
export type RowChoice =
  | { readonly kind: 'series'; readonly key: string; readonly name: string; readonly metric: Metric }
  | { readonly kind: 'sleep'; readonly key: string; readonly name: string }
  | { readonly kind: 'figure'; readonly key: string; readonly name: string; readonly figure: ExploreFigure };

/** A figure of a day, and who made it. */
export interface ExploreFigure extends DayFigure {
  readonly by: 'vendor' | 'daystream';
}

/** All figures of days: those that vendors deliver, and ours. */
export function figuresOf(catalogue: readonly Metric[], derived: readonly DerivedMetric[]): ExploreFigure[] {
  const vendors = catalogue.filter(({ scope }) => scope === 'daily');
  return [
    ...vendors.map((metric) => ({ ...metric, draw: drawOf(metric), by: 'vendor' as const })),
    ...derived.map((metric) => ({ ...metric, by: 'daystream' as const })),
  ];
}

function drawOf({ draw }: Metric): DayFigure['draw'] {
  return draw === 'steps' ? 'line' : draw;
}

/** The rows of the keys in their order; what is unknown is left out. */
export function rowsOf(
  keys: readonly string[],
  catalogue: readonly Metric[],
  figures: readonly ExploreFigure[],
): RowChoice[] {
  return keys.flatMap((key): RowChoice[] => {
    if (key === SLEEP) {
      return [{ kind: 'sleep', key, name: 'Sleep stages' }];
    }
    const figure = figures.find((candidate) => candidate.key === key);
    if (figure) {
      return [{ kind: 'figure', key, name: figure.name, figure }];
    }
    const metric = catalogue.find((candidate) => candidate.key === key);
    return metric ? [{ kind: 'series', key, name: metric.name, metric }] : [];
  });
}
