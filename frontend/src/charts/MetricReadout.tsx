import { useQuery } from '@tanstack/react-query';
import type { Metric } from '../api/client';
import { type Columns, rowAt } from '../api/columns';
import { imputedAt, imputedShare } from '../api/imputation';
import { lackAt } from '../api/lacks';
import type { DecodedSeries, MetricData } from '../api/queries/series';
import { viewSummaryQuery } from '../api/queries/viewSummary';
import { REASON_WORDS } from '../api/reasons';
import { formatNumber } from '../format/numbers';
import { useCursorInstant, useTimeAxis } from './axis';
import { summaryWords } from './summary';
import { useCalm } from './useCalm';

interface Props {
  readonly participant: number;
  readonly metric: Metric;
  readonly data: MetricData;
  /** What is shown is from before; its figures for the view may be missing. */
  readonly pending: boolean;
}

/** The value under the cursor; without one, what the view holds in all. */
export function MetricReadout({ participant, metric, data: { series, cut }, pending }: Props) {
  const instant = useCursorInstant();
  const { view } = useTimeAxis();
  const { data: known } = useQuery(viewSummaryQuery(participant, metric.key, useCalm(view)));
  const summary = known ? (summaryWords(metric, known) ?? (pending ? '' : 'No data in view')) : '';
  if (instant === null || instant < view.from || instant > view.to) {
    return <>{cut ? `Only the first part of the range is shown, choose a coarser resolution. ${summary}` : summary}</>;
  }
  const readings = series.flatMap(({ columns, source, device }) => {
    const row = rowAt(columns, instant);
    return row === undefined ? [] : [{ columns, row, source: `${source} ${device}`.trim() }];
  });
  if (readings.length === 0) {
    const made = imputedWords(metric, series, instant);
    return <>{made ? `${made}, no data${because(series, instant)}` : `no data${because(series, instant)}`}</>;
  }
  return (
    <>
      {readings.map(({ columns, row, source }, index) => (
        <span key={source}>
          {index > 0 && ' · '}
          {series.length > 1 && `${source} `}
          <strong>{formatNumber(columns.y[row] as number, metric.decimals)}</strong> {metric.display}
          {spread(metric, columns, row)}
        </span>
      ))}
      {shortWords(series, instant)}
      {imputedPartWords(metric, series, instant)}
    </>
  );
}

/**
 * `imputed 72 bpm, 66–79 (profile 1)`, where a value was made for the instant; `12 of 60 min imputed: 72 bpm, …` where it
 * stands for a part of the bucket.
 */
export function imputedWords(
  { decimals, display }: Metric,
  series: readonly DecodedSeries[],
  instant: number,
): string | undefined {
  for (const { imputed } of series) {
    const row = imputed && imputedAt(imputed, instant);
    if (imputed && row !== undefined) {
      const figure = (column: Float64Array) => formatNumber(column[row] as number, decimals);
      const { y, low, high, method, minutes, width } = imputed;
      const part = `${formatNumber(minutes[row] as number)} of ${formatNumber(width / 60_000)} min imputed:`;
      const begin = imputedShare(imputed, row) < 1 ? part : 'imputed';
      return `${begin} ${figure(y)} ${display}, ${figure(low)}–${figure(high)} (${method[row]})`;
    }
  }
  return undefined;
}

/** `; 12 of 60 min imputed: 72 bpm, …`, in a bucket that has measured minutes too. */
export function imputedPartWords(metric: Metric, series: readonly DecodedSeries[], instant: number): string {
  const words = imputedWords(metric, series, instant);
  return words ? `; ${words}` : '';
}

/** `: not worn`, as the first source that knows tells. */
function because(series: readonly DecodedSeries[], instant: number): string {
  const reason = series.map(({ lacks }) => lackAt(lacks, instant)?.reason).find(Boolean);
  return reason ? `: ${REASON_WORDS[reason].toLowerCase()}` : '';
}

/** `, 12 of 60 minutes, not worn` in a bucket that has less than enough. */
function shortWords(series: readonly DecodedSeries[], instant: number): string {
  for (const { columns, lacks } of series) {
    const lack = lackAt(lacks, instant);
    const row = lack && rowAt(columns, instant);
    if (row !== undefined && columns.resolution !== 'raw') {
      const [present, expected] = [columns.present[row] as number, columns.expected[row] as number];
      return `, ${formatNumber(present)} of ${formatNumber(expected)} ${columns.unit}${because(series, instant).replace(':', ',')}`;
    }
  }
  return '';
}

function spread(metric: Metric, { low, high, resolution }: Columns, row: number): string {
  if (resolution === 'raw' || metric.kind === 'amount' || low[row] === high[row]) {
    return '';
  }
  return `, ${formatNumber(low[row] as number, metric.decimals)}–${formatNumber(high[row] as number, metric.decimals)}`;
}
