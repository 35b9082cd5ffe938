import { rowAt } from '../../api/columns';
import { grid } from '../../charts/layers/grid';
import { lackShades } from '../../charts/layers/lacks';
import type { Layer } from '../../charts/layers/layer';
import { pin } from '../../charts/layers/pin';
import { type Shade, shades } from '../../charts/layers/shades';
import { missingOfAll, seriesLayers } from '../../charts/metricLayers';
import type { Palette } from '../../charts/palette';
import type { Point } from './search';
import type { Cell } from './useCells';

/** What is painted for one metric of all participants. What all of them lack is shaded; the strips tell of each. */
export function rowLayers(
  cells: readonly Cell[],
  zones: readonly Shade[],
  palette: Palette,
  point: Point | undefined,
): Layer[] {
  const others = cells.length > 1;
  return [
    lackShades(missingOfAll(cells.flatMap(({ data }) => data?.series ?? []))),
    ...(zones.length ? [shades(zones, palette.heart)] : []),
    grid,
    ...cells.flatMap(({ metric, person, data }) =>
      seriesLayers(metric, data?.series ?? [], palette[others ? person.colour : metric.family], { others }),
    ),
    ...(point ? [pin(point.at, valueAt(cells, point))] : []),
  ];
}

function valueAt(cells: readonly Cell[], { participant, at }: Point): number | undefined {
  const cell = cells.find(({ person }) => person.id === participant);
  for (const { columns } of cell?.data?.series ?? []) {
    const row = rowAt(columns, at);
    if (row !== undefined) {
      return columns.y[row];
    }
  }
  return undefined;
}
