import type uPlot from 'uplot';
import { fade } from '../palette';
import type { Layer, YScale } from './layer';
import { density, projector, within } from './layer';

/** The layer measured by a scale of its own, for metrics that share a chart but not a unit. */
export function scaled(layer: Layer, scale: YScale): Layer {
  return (plot, axis) => layer(withScale(plot, scale.range(axis.view)), axis);
}

/** The same plot with other values at the ends of its height. */
function withScale(plot: uPlot, [min, max]: readonly [number, number]): uPlot {
  const scales = { ...plot.scales, y: { ...plot.scales.y, min, max } };
  return Object.create(plot, { scales: { value: scales } }) as uPlot;
}

/** Figures of a second scale inside the right edge, in its metric's colour. */
export function rightFigures(scale: YScale, colour: string, surface: string): Layer {
  return scaled((plot) => {
    const y = projector(plot, 'y');
    const { left, top, width, height } = plot.bbox;
    const { min = 0, max = 1 } = plot.scales.y ?? {};
    within(plot, (context) => {
      context.font = `${11 * density()}px "Inter Variable", system-ui, sans-serif`;
      context.textAlign = 'right';
      context.textBaseline = 'middle';
      context.lineWidth = 3 * density();
      context.strokeStyle = fade(surface, 0.8);
      context.fillStyle = colour;
      for (const value of evenFigures(min ?? 0, max ?? 1)) {
        const at = y(value);
        if (at > top + 8 * density() && at < top + height - 8 * density()) {
          context.strokeText(scale.format(value), left + width - 6 * density(), at);
          context.fillText(scale.format(value), left + width - 6 * density(), at);
        }
      }
    });
  }, scale);
}

/** About four round figures between the two. */
export function evenFigures(low: number, high: number, most = 5): number[] {
  const rough = (high - low) / most;
  if (!(rough > 0)) {
    return [];
  }
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => (first + index) * step);
}
