import { fade } from '../palette';
import type { Layer } from './layer';
import { density, projector, within } from './layer';

/** A range of values shaded over a stretch of time, such as a heart-rate zone of one day. */
export interface Shade {
  readonly from: number;
  readonly to: number;
  readonly low: number;
  readonly high: number;
  readonly name: string;
  readonly opacity: number;
}

/** Shaded ranges behind a line, each named at the right edge where there is room. */
export function shades(ranges: readonly Shade[], colour: string): Layer {
  return (plot, axis) => {
    const x = projector(plot, 'x');
    const y = projector(plot, 'y');
    const right = plot.bbox.left + plot.bbox.width;
    within(plot, (context) => {
      for (const range of ranges) {
        const top = Math.max(y(range.high), plot.bbox.top);
        const height = Math.min(y(range.low), plot.bbox.top + plot.bbox.height) - top;
        const left = x(range.from);
        if (height <= 0 || left > right || x(range.to) < plot.bbox.left) {
          continue;
        }
        context.fillStyle = fade(colour, range.opacity);
        context.fillRect(left, top, x(range.to) - left, height);
        if (x(range.to) >= right - 1 && height > 14 * density()) {
          context.fillStyle = axis.palette['text-muted'];
          context.font = `${10 * density()}px "Inter Variable", system-ui, sans-serif`;
          context.textAlign = 'right';
          context.fillText(range.name, right - 6 * density(), top + 11 * density());
        }
      }
    });
  };
}
