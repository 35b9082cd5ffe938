import { useMemo } from 'react';
import type { Metric } from '../../api/client';
import type { YScale } from '../../charts/layers/layer';
import type { Track } from '../../charts/PointKeys';
import { formatNumber } from '../../format/numbers';
import { pointToText } from './search';
import type { Cell } from './useCells';
import type { ExplorePlace } from './useExplorePlace';

/** The series of a row as the keys go along them; Enter shows a point's lineage. */
export function useTracks(
  cells: readonly Cell[],
  change: ExplorePlace['change'],
  scaleOf: (metric: Metric) => YScale,
): readonly Track[] {
  return useMemo(() => cells.flatMap((cell) => tracksOf(cell, cells, change, scaleOf)), [cells, change, scaleOf]);
}

function tracksOf(
  { person, metric, data }: Cell,
  cells: readonly Cell[],
  change: ExplorePlace['change'],
  scaleOf: (metric: Metric) => YScale,
): Track[] {
  const people = new Set(cells.map((cell) => cell.person)).size;
  const metrics = new Set(cells.map((cell) => cell.metric)).size;
  const who = [people > 1 && person.name, metrics > 1 && metric.name].filter(Boolean).join(', ');
  const figure = (value: number) => formatNumber(value, metric.decimals);
  return (data?.series ?? []).map(({ columns, source, device }, _, all) => ({
    columns,
    words: (row) => {
      const [value, low, high] = [columns.y, columns.low, columns.high].map((column) => figure(column[row] as number));
      const spread = metric.kind === 'gauge' && low !== high ? `, from ${low} to ${high}` : '';
      const from = all.length > 1 ? `, ${`${source} ${device}`.trim()}` : '';
      return `${who ? `${who}, ` : ''}${value} ${metric.display}${spread}${from}`;
    },
    shareOf: (value, view) => {
      const [low, high] = scaleOf(metric).range(view);
      return (value - low) / (high - low);
    },
    pick: (at) => change({ point: pointToText({ participant: person.id, metric: metric.key, at }) }),
  }));
}
