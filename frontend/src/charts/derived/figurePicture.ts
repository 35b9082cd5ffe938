import type { DerivedFigures, DerivedMetric } from '../../api/derived';
import { formatNumber } from '../../format/numbers';
import type { Span } from '../../time/span';
import type { WallClock } from '../../time/zone';
import type { DayMark } from '../layers/days';
import type { YScale } from '../layers/layer';
import type { UsualMark } from '../layers/usualBand';
import { formatFigure, usualOf } from './usual';

/** A figure of a local day, the vendor's or ours. */
export type DayFigure = Pick<DerivedMetric, 'key' | 'name' | 'family' | 'draw' | 'unit' | 'display' | 'decimals'>;

export interface FigureMarks {
  readonly marks: readonly DayMark[];
  /** What was usual on each day. */
  readonly band: readonly UsualMark[];
}

/** The days' values from an instant on, each with what was usual by the days before it. */
export function figureMarks(metric: DayFigure, figures: DerivedFigures, clock: WallClock, first: number): FigureMarks {
  const column = figures.columns.get(metric.key);
  const marks: DayMark[] = [];
  const band: UsualMark[] = [];
  figures.dates.forEach((date, index) => {
    const [from, to, value] = [clock.startOf(date), clock.endOf(date), column?.values[index]];
    const usual = column && from >= first ? usualOf(column, index) : undefined;
    if (usual) {
      const { mean, deviation } = usual;
      band.push({ from, to, mean, low: mean - deviation, high: mean + deviation });
    }
    if (value != null && from >= first) {
      marks.push({ from, to, value, label: formatFigure(metric, value).value.replace(/ (h|min)/g, '$1') });
    }
  });
  return { marks, band };
}

const LEAST_HOURS = 180;

/** Room for all days in view; amounts stand on zero. */
export function figureScale(metric: DayFigure, all: readonly FigureMarks[]): YScale {
  const zero = metric.draw === 'bars';
  const highest = Math.max(1, ...all.flatMap(({ marks }) => marks.map(({ value }) => value)));
  const hours = metric.unit === 'min' && highest >= LEAST_HOURS;
  return {
    range: (view) => {
      const values = all.flatMap((one) => valuesIn(one, view));
      const low = zero ? 0 : Math.min(...(values.length ? values : [0]));
      const high = Math.max(...(values.length ? values : [1]));
      const air = Math.max((high - low) * 0.12, 2 * 10 ** -metric.decimals);
      return [zero ? 0 : low - air, high + (zero ? Math.max(air, high * 0.28) : air)];
    },
    ...(hours && { splits: hoursBetween }),
    format: (value) => (hours ? `${value / 60} h` : formatNumber(value, Number.isInteger(value) ? 0 : 1)),
  };
}

function valuesIn({ marks, band }: FigureMarks, view: Span): number[] {
  const inside = ({ from, to }: Span) => from < view.to && to > view.from;
  return [
    ...marks.filter(inside).map(({ value }) => value),
    ...band.filter(inside).flatMap(({ low, high }) => [low, high]),
  ];
}

function hoursBetween(from: number, to: number): number[] {
  const step = to - from > 600 ? 240 : to - from > 240 ? 120 : 60;
  const first = Math.ceil(from / step);
  return Array.from({ length: Math.max(0, Math.floor(to / step) - first + 1) }, (_, index) => (first + index) * step);
}
