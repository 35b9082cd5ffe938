import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Metric } from '../api/client';
import { viewSummaryQuery } from '../api/queries/viewSummary';
import { formatDateTime } from '../format/dates';
import { useTimeAxis } from './axis';
import { summaryWords } from './summary';
import { useCalm } from './useCalm';

/** One line of a chart: what is measured, and of whom where there are several. */
export interface Told {
  readonly metric: Metric;
  readonly participant: number;
  readonly name?: string;
}

/**
 * What a chart shows, in words for those who cannot see it: from when to when, mean, least and greatest, and how much of it
 * has data. Made when the view has come to rest, so that it costs a zoom no frames.
 */
export function useChartWords(told: readonly Told[]): string {
  const { view, clock } = useTimeAxis();
  const calm = useCalm(view);
  const summaries = useQueries({
    queries: told.map(({ participant, metric }) => viewSummaryQuery(participant, metric.key, calm)),
    combine: (results) => results.map(({ data }) => data),
  });
  return useMemo(() => {
    const lines = told.map(({ metric, name }, index) => {
      const known = summaries[index];
      const words = known ? (summaryWords(metric, known) ?? 'no data') : 'on its way';
      return `${name ? `${name}, ` : ''}${metric.name}, ${metric.display}: ${words}.`;
    });
    return `${formatDateTime(clock, calm.from)} to ${formatDateTime(clock, calm.to)}. ${lines.join(' ')}`;
  }, [told, summaries, calm, clock]);
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
