import type { Metric } from '../api/client';
import type { SourceSummary } from '../api/queries/viewSummary';
import { formatNumber } from '../format/numbers';

/** A mean of so few whole levels needs a digit after the point, or it is one of them. */
const FEW_LEVELS = 5;

/** `mean 62, 48–151 · 900 of 1 440 min recorded` of each source in view; nothing where there are no data. */
export function summaryWords(metric: Metric, sources: readonly SourceSummary[]): string | undefined {
  const told = sources.filter(({ summary }) => summary.count > 0);
  return told.length === 0
    ? undefined
    : told.map((source) => `${valueWords(metric, source.summary)} · ${coverageWords(metric, source)}`).join('; ');
}

function valueWords({ kind, display, decimals }: Metric, { sum, avg, min, max }: SourceSummary['summary']): string {
  if (kind === 'amount') {
    return `${formatNumber(sum, sum < 100 ? decimals : 0)} ${display} in view`;
  }
  const [low, high] = [min ?? 0, max ?? 0];
  const digits = high - low < FEW_LEVELS ? Math.max(1, decimals) : decimals;
  return `mean ${formatNumber(avg ?? 0, digits)}, ${formatNumber(low, decimals)}–${formatNumber(high, decimals)}`;
}

/** How much of what is expected is there and counts: minutes, or samples of what comes less often. */
function coverageWords({ present, key }: Metric, { summary, coverage }: SourceSummary): string {
  const { unit, total, totalPresent, share } = coverage;
  if (total === 0) {
    return `${formatNumber(summary.count)} ${summary.count === 1 ? 'sample' : 'samples'}`;
  }
  const of = unit === 'minutes' ? 'min' : 'samples';
  if (share === null) {
    return `${formatNumber(totalPresent)} ${of} recorded, wear unknown`;
  }
  const how = present === 'always' && key !== 'heart_rate' ? 'worn and recorded' : 'recorded';
  return `${formatNumber(totalPresent)} of ${formatNumber(total)} ${of} ${how}`;
}
