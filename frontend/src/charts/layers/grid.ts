import type { Layer } from './layer';
import { density, projector, within } from './layer';

/** Fine lines at the marks of the time axis; the start of a participant's day is stronger. */
export const grid: Layer = (plot, axis) => {
  const x = projector(plot, 'x');
  const { top, height } = plot.bbox;
  within(plot, (context) => {
    for (const tick of axis.ticks) {
      context.fillStyle = tick.day ? axis.palette['line-strong'] : axis.palette.line;
      context.fillRect(Math.round(x(tick.at)), top, Math.max(1, Math.round(density())), height);
    }
  });
};
