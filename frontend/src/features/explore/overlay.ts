import type { Metric } from '../../api/client';
import { grid } from '../../charts/layers/grid';
import { lackShades } from '../../charts/layers/lacks';
import type { Layer } from '../../charts/layers/layer';
import { rightFigures, scaled } from '../../charts/layers/scaled';
import { missingOfAll, scaleOf, seriesLayers } from '../../charts/metricLayers';
import type { Palette } from '../../charts/palette';
import type { Span } from '../../time/span';
import type { Cell } from './useCells';

const NO_SCALE = { range: () => [0, 1] as const, splits: () => [], format: () => '' };

/** The layers of all metrics in one chart, the first one's scale, and where a metric's value stands in the chart's height. */
export function overlaid(metrics: readonly Metric[], cells: readonly Cell[], palette: Palette) {
  const several = new Set(cells.map(({ person }) => person.id)).size > 1;
  const layers: Layer[] = [lackShades(missingOfAll(cells.flatMap(({ data }) => data?.series ?? []))), grid];
  const scales = metrics.map((metric) => {
    const own = cells.filter((cell) => cell.metric === metric);
    return {
      metric,
      own,
      scale: scaleOf(
        metric,
        own.flatMap(({ data }) => data?.series ?? []),
      ),
    };
  });
  for (const { metric, own, scale } of scales) {
    const dashed = isDashed(metric, cells);
    for (const { person, data } of own) {
      const colour = palette[several ? person.colour : metric.family];
      layers.push(
        ...seriesLayers(metric, data?.series ?? [], colour, { others: true, dashed }).map((layer) =>
          scaled(layer, scale),
        ),
      );
    }
  }
  const [first, second] = scales;
  if (second) {
    layers.push(rightFigures(second.scale, palette[several ? 'text-muted' : second.metric.family], palette.surface));
  }
  const scaleFor = (metric: Metric) => scales.find((one) => one.metric === metric)?.scale ?? NO_SCALE;
  const shareOf = (metric: Metric, value: number, view: Span) => {
    const [low, high] = scaleFor(metric).range(view);
    return (value - low) / (high - low);
  };
  return { layers, scale: first?.scale ?? NO_SCALE, scaleOf: scaleFor, shareOf };
}

/** Of one participant the hue tells the metric, and a dash the second of its family; of several the hue tells who. */
export function isDashed(metric: Metric, cells: readonly Cell[]): boolean {
  const metrics = [...new Set(cells.map((cell) => cell.metric))];
  const before = metrics.slice(0, metrics.indexOf(metric));
  const several = new Set(cells.map(({ person }) => person.id)).size > 1;
  return several ? before.length > 0 : before.some(({ family }) => family === metric.family);
}
