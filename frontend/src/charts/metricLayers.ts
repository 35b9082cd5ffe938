import type { Metric } from '../api/client';
import { type Columns, lowerBound } from '../api/columns';
import { type Lack, missingOf } from '../api/lacks';
import type { DecodedSeries } from '../api/queries/series';
import { formatNumber } from '../format/numbers';
import { minMaxBand } from './layers/band';
import { grid } from './layers/grid';
import { amountAt, imputedBars, imputedLine } from './layers/imputed';
import { lackShades } from './layers/lacks';
import type { Layer, YScale } from './layers/layer';
import { line } from './layers/line';
import { bars, points, steps } from './layers/marks';
import { type Shade, shades } from './layers/shades';
import { fade, type Palette } from './palette';

const DRAW: Record<Metric['draw'], (columns: Columns, colour: string, other: boolean) => Layer> = {
  line,
  bars,
  points,
  steps,
};

/** What is painted for a metric: what is missing, zones, grid, then each source; a second source's line is dashed. */
export function layersOf(
  metric: Metric,
  series: readonly DecodedSeries[],
  zones: readonly Shade[],
  palette: Palette,
): Layer[] {
  return [
    lackShades(missingOfAll(series)),
    ...(zones.length ? [shades(zones, palette.heart)] : []),
    grid,
    ...seriesLayers(metric, series, palette[metric.family]),
  ];
}

/** The sources of one metric in one colour. Among others bars let through what stands behind them. */
export function seriesLayers(
  metric: Metric,
  series: readonly DecodedSeries[],
  colour: string,
  among: { readonly others: boolean; readonly dashed?: boolean } = { others: false },
): Layer[] {
  const shown = metric.draw === 'bars' && among.others ? fade(colour, 0.55) : colour;
  return series.flatMap(({ columns, imputed: made }, index) => [
    ...(made ? [metric.kind === 'amount' ? imputedBars(made, colour, columns) : imputedLine(made, colour)] : []),
    ...(columns.resolution !== 'raw' && metric.kind === 'gauge' ? [minMaxBand(columns, shown)] : []),
    DRAW[metric.draw](columns, shown, (among.dashed ?? false) || index > 0),
  ]);
}

/** Where no source has data; of several sources only what the first lacks and the others do not fill is missing. */
export function missingOfAll(series: readonly DecodedSeries[]): readonly Lack[] {
  const [first, ...others] = series;
  return others.reduce((missing, { columns }) => missingOf(columns, missing), first?.missing ?? []);
}

/** Amounts stand on zero; a level has the room between its lowest and highest value in view. */
export function scaleOf(metric: Metric, series: readonly DecodedSeries[]): YScale {
  const amount = metric.kind === 'amount';
  const empty = series.every(({ columns }) => columns.x.length === 0);
  return {
    splits: (from, to) => (empty ? [] : metric.decimals === 0 && to - from < FEW_LEVELS ? wholes(from, to) : undefined),
    range: ({ from, to }) => {
      let low = amount ? 0 : Number.POSITIVE_INFINITY;
      let high = amount ? 0 : Number.NEGATIVE_INFINITY;
      for (const { columns } of series) {
        const end = lowerBound(columns.x, to);
        for (let index = lowerBound(columns.x, from - columns.width); index < end; index++) {
          low = Math.min(low, (amount ? columns.y : columns.low)[index] as number);
          high = Math.max(high, (amount ? columns.y : columns.high)[index] as number);
        }
      }
      for (const { columns, imputed: made } of series) {
        const end = made ? lowerBound(made.x, to) : 0;
        for (let index = made ? lowerBound(made.x, from - made.width) : 0; made && index < end; index++) {
          low = Math.min(low, (amount ? made.y : made.low)[index] as number);
          const top = (amount ? made.y : made.high)[index] as number;
          high = Math.max(high, amount ? top + amountAt(columns, made.x[index] as number) : top);
        }
      }
      return high < low || (amount && high === 0) ? emptyRange(metric) : padded(low, high, amount, metric.decimals);
    },
    format: (value) => formatNumber(value, Number.isInteger(value) ? 0 : Math.max(1, metric.decimals)),
  };
}

/** In so small a range even steps would fall between the levels that the metric has. */
const FEW_LEVELS = 6;

function wholes(from: number, to: number): number[] {
  const first = Math.ceil(from);
  return Array.from({ length: Math.max(0, Math.floor(to) - first + 1) }, (_, index) => first + index);
}

function emptyRange({ kind, range: [low = 0, high = 1] }: Metric): [number, number] {
  return kind === 'amount' ? [0, 1] : [low, high];
}

function padded(low: number, high: number, amount: boolean, decimals: number): [number, number] {
  const least = 4 * 10 ** -decimals;
  const air = Math.max((high - low) * 0.08, least / 2);
  return amount ? [0, high + air] : [Math.max(low - air, low >= 0 ? 0 : low - air), high + air];
}
