import { useMemo } from 'react';
import type { DecodedSeries } from '../../api/queries/series';
import { useTimeAxis } from '../../charts/axis';
import { lackShades } from '../../charts/layers/lacks';
import { Minimap } from '../../charts/Minimap';
import { missingOfAll, scaleOf, seriesLayers } from '../../charts/metricLayers';
import { useCells } from './useCells';
import type { ExplorePlace } from './useExplorePlace';

/** Means without their extremes, which would flatten them at this height. */
function plain(series: readonly DecodedSeries[]): DecodedSeries[] {
  return series.map((one) => ({ ...one, columns: { ...one.columns, low: one.columns.y, high: one.columns.y } }));
}

/** The first metric, day by day, over the whole history of everyone shown. */
export function HistoryMap({ place: { people, metrics, limits } }: { readonly place: ExplorePlace }) {
  const { palette } = useTimeAxis();
  const [metric] = metrics;
  const wanted = useMemo(() => (metric ? people.map((person) => [person, metric] as const) : []), [people, metric]);
  const cells = useCells(wanted, limits, '1d');
  const picture = useMemo(() => {
    const series = cells.flatMap(({ data }) => plain(data?.series ?? []));
    const layers = cells.flatMap(({ person, metric: shown, data }) => {
      const colour = palette[cells.length > 1 ? person.colour : shown.family];
      return seriesLayers(shown, plain(data?.series ?? []), colour, { others: cells.length > 1 });
    });
    const scale = metric ? scaleOf(metric, series) : undefined;
    return {
      layers: [lackShades(missingOfAll(series)), ...layers],
      y: { range: scale?.range ?? (() => [0, 1] as const), splits: () => [], format: () => '' },
    };
  }, [cells, metric, palette]);
  return <Minimap layers={picture.layers} y={picture.y} />;
}
