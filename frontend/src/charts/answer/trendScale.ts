import type { TrendPoint, TrendSeries } from './Trend';

const GUTTER = 44;
const FOOT = 22;
const EDGE = 6;

interface Size {
  readonly width: number;
  readonly height: number;
  readonly compact: boolean;
}

/** Where values lie, and a line through those that follow each other. */
export type TrendScale = ReturnType<typeof trendScale>;

/** Where the points of some lines lie in a picture. The scale does not begin at zero: a trend is about its change. */
export function trendScale(series: readonly TrendSeries[], { width, height, compact }: Size) {
  const all = series.flatMap(({ points }) => points);
  const values = all.flatMap(({ y, ends }) => (y === null ? [] : [y, ...(ends ?? [])]));
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const room = values.length === 0 ? 1 : (most - least) * 0.08 || Math.abs(most) * 0.05 || 1;
  const [low, high] = values.length === 0 ? [0, 1] : [least - room, most + room];
  const steps = [...new Map(all.map(({ x, label }) => [x, label])).entries()]
    .map(([x, label]) => ({ x, label }))
    .toSorted((a, b) => a.x - b.x)
    .map((step, index, sorted) => ({ ...step, gap: step.x - (sorted[index - 1]?.x ?? Number.NEGATIVE_INFINITY) }));
  const [first, last] = [steps[0]?.x ?? 0, steps.at(-1)?.x ?? 1];
  const left = compact ? 2 : GUTTER;
  const right = compact ? 2 : 28;
  const foot = compact ? 2 : FOOT;
  const x = (at: number) =>
    first === last ? (left + width) / 2 : left + EDGE + ((at - first) / (last - first)) * (width - left - right - EDGE);
  const y = (value: number) => EDGE + ((high - value) / (high - low)) * (height - foot - 2 * EDGE);
  const path = (points: readonly TrendPoint[], step: number) =>
    points
      .map((point, index) => {
        const before = points[index - 1];
        const joins = before && before.y !== null && !before.short && !point.short && point.x - before.x <= step * 1.5;
        return point.y === null ? '' : `${joins ? 'L' : 'M'}${x(point.x).toFixed(1)} ${y(point.y).toFixed(1)}`;
      })
      .join('');
  return { x, y, low, high, left, steps, path };
}
