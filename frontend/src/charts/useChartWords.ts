import { useEffect, useMemo, useState } from 'react';
import type { Metric } from '../api/client';
import { stretches } from '../api/columns';
import type { DecodedSeries } from '../api/queries/series';
import { formatDateTime } from '../format/dates';
import { formatNumber } from '../format/numbers';
import { useTimeAxis } from './axis';
import { presentShare, summaryOf } from './summary';

/** One line of a chart: what is measured, and of whom where there are several. */
export interface Told {
  readonly metric: Metric;
  readonly series: readonly DecodedSeries[];
  readonly name?: string;
}

const REST = 400;

/**
 * What a chart shows, in words for those who cannot see it: from when to when, mean, least and greatest, and how much of it
 * has data. Made when the view has come to rest, so that it costs a zoom no frames.
 */
export function useChartWords(told: readonly Told[]): string {
  const { view, clock } = useTimeAxis();
  const [calm, setCalm] = useState(view);
  useEffect(() => {
    const timer = setTimeout(() => setCalm(view), REST);
    return () => clearTimeout(timer);
  }, [view]);
  return useMemo(() => {
    const lines = told.map(({ metric, series, name }) => {
      const present = series.flatMap(({ columns }) => stretches(columns)).toSorted((a, b) => a.from - b.from);
      const share = formatNumber(100 * presentShare(present, calm));
      const summary = summaryOf(metric, series, calm);
      const figures = summary ? `${summary}; data for ${share} % of the time` : 'no data';
      return `${name ? `${name}, ` : ''}${metric.name}, ${metric.display}: ${figures}.`;
    });
    return `${formatDateTime(clock, calm.from)} to ${formatDateTime(clock, calm.to)}. ${lines.join(' ')}`;
  }, [told, calm, clock]);
}

/** The same for a chart with one value a day: `5 of 7 days; lowest 3 201, mean 7 000, highest 12 000 steps`. */
export function dayWords(values: readonly number[], days: number, format: (value: number) => string): string {
  if (values.length === 0) {
    return `No value on any of ${days} days.`;
  }
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return `${values.length} of ${days} days have a value; lowest ${format(low)}, mean ${format(mean)}, highest ${format(high)}.`;
}
