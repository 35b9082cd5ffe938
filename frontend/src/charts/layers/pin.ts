import type { Layer } from './layer';
import { density, projector, within } from './layer';

/** A point that was chosen: an upright line, and a ring where its value is known. */
export function pin(at: number, value: number | undefined): Layer {
  return (plot, { palette }) => {
    const x = projector(plot, 'x')(at);
    within(plot, (context) => {
      context.strokeStyle = palette.accent;
      context.lineWidth = 1.5 * density();
      context.beginPath();
      context.moveTo(x, plot.bbox.top);
      context.lineTo(x, plot.bbox.top + plot.bbox.height);
      context.stroke();
      if (value !== undefined) {
        context.beginPath();
        context.arc(x, projector(plot, 'y')(value), 4 * density(), 0, 2 * Math.PI);
        context.fillStyle = palette.surface;
        context.fill();
        context.stroke();
      }
    });
  };
}
