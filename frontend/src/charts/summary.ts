import type { Metric } from '../api/client';
import { lowerBound, type Stretch } from '../api/columns';
import type { DecodedSeries } from '../api/queries/series';
import { formatNumber } from '../format/numbers';
import type { Span } from '../time/span';

/** A mean of so few whole levels needs a digit after the point, or it is one of them. */
const FEW_LEVELS = 5;

/** `mean 62, 48–151 · 9 000 samples` of what lies in view; nothing where there are no data. */
export function summaryOf(
  { kind, display, decimals }: Metric,
  series: readonly DecodedSeries[],
  view: Span,
): string | undefined {
  let [samples, sum, low, high] = [0, 0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { columns } of series) {
    const end = lowerBound(columns.x, view.to);
    for (let row = lowerBound(columns.x, view.from); row < end; row++) {
      const weight = columns.count[row] as number;
      samples += weight;
      sum += (columns.y[row] as number) * (kind === 'amount' ? 1 : weight);
      low = Math.min(low, columns.low[row] as number);
      high = Math.max(high, columns.high[row] as number);
    }
  }
  if (samples === 0) {
    return undefined;
  }
  const figures =
    kind === 'amount'
      ? `${formatNumber(sum, sum < 100 ? decimals : 0)} ${display} in view`
      : `mean ${formatNumber(sum / samples, high - low < FEW_LEVELS ? Math.max(1, decimals) : decimals)}, ${formatNumber(low, decimals)}–${formatNumber(high, decimals)}`;
  return `${figures} · ${formatNumber(samples)} samples`;
}

/** What share of the view has data, from 0 to 1; stretches that overlap count once. */
export function presentShare(present: readonly Stretch[], view: Span): number {
  let [covered, reached] = [0, view.from];
  for (const { from, to } of present) {
    const [begin, end] = [Math.max(from, reached), Math.min(to, view.to)];
    if (end > begin) {
      covered += end - begin;
      reached = end;
    }
  }
  return covered / (view.to - view.from);
}
