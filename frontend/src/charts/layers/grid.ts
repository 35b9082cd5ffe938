import type { Layer } from './layer';
import { density, projector, within } from './layer';

/** Fine lines at the marks of the time axis; the start of a participant's day is stronger. */
export const grid: Layer = (plot, axis) => {
  const x = projector(plot, 'x');
  const { top, height } = plot.bbox;
  within(plot, (context) => {
    const upright = (at: number) =>
      context.fillRect(Math.round(x(at)), top, Math.max(1, Math.round(density())), height);
    context.fillStyle = axis.palette.line;
    for (const tick of axis.ticks) {
      upright(tick.at);
    }
    context.fillStyle = axis.palette['line-strong'];
    axis.midnights.forEach(upright);
  });
};
