import type { TrendSeries } from './Trend';

/** How many of several lines lie at a step, and where. */
export interface SpreadStep {
  readonly x: number;
  readonly label: string;
  readonly lines: number;
  /** A tenth of the lines lies below it. */
  readonly low: number;
  readonly middle: number;
  /** A tenth of the lines lies above it. */
  readonly high: number;
}

/** More lines than can be told apart, as what most of them do at each step; points with too little behind them do not count, and steps without any line are left out. */
export function spreadOf(series: readonly TrendSeries[]): SpreadStep[] {
  const steps = new Map<number, { label: string; values: number[] }>();
  for (const { points } of series) {
    for (const { x, y, label, short } of points) {
      const step = steps.get(x) ?? { label, values: [] };
      steps.set(x, step);
      if (y !== null && !short) {
        step.values.push(y);
      }
    }
  }
  return [...steps]
    .filter(([, { values }]) => values.length > 0)
    .toSorted(([a], [b]) => a - b)
    .map(([x, { label, values }]) => {
      values.sort((a, b) => a - b);
      return {
        x,
        label,
        lines: values.length,
        low: quantile(values, 0.1),
        middle: quantile(values, 0.5),
        high: quantile(values, 0.9),
      };
    });
}

/** A quantile of values in rising order, between neighbours on a straight line. */
function quantile(sorted: readonly number[], share: number): number {
  const at = share * (sorted.length - 1);
  const [below, above] = [sorted[Math.floor(at)] ?? 0, sorted[Math.ceil(at)] ?? 0];
  return below + (above - below) * (at - Math.floor(at));
}
