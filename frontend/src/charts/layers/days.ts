import type { Layer } from './layer';
import { density, projector, within } from './layer';

/** A figure of one local day, from its first instant to the next day's. */
export interface DayMark {
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

/** Totals as bars over their days, with air between them. */
export function dayBars(days: readonly DayMark[], colour: string): Layer {
  return (plot) => {
    const x = projector(plot, 'x');
    const y = projector(plot, 'y');
    within(plot, (context) => {
      context.fillStyle = colour;
      for (const day of days) {
        const [left, right] = [x(day.from), x(day.to)];
        const air = Math.min((right - left) * 0.14, 14 * density());
        const top = y(day.value);
        context.beginPath();
        context.roundRect(left + air, top, Math.max(right - left - 2 * air, 1), y(0) - top, [
          2 * density(),
          2 * density(),
          0,
          0,
        ]);
        context.fill();
      }
    });
  };
}

/** Levels as dots at noon, joined only between days that follow each other. */
export function dayLine(days: readonly DayMark[], colour: string): Layer {
  return (plot) => {
    const x = projector(plot, 'x');
    const y = projector(plot, 'y');
    within(plot, (context) => {
      context.strokeStyle = colour;
      context.fillStyle = colour;
      context.lineWidth = 1.5 * density();
      context.beginPath();
      days.forEach((day, index) => {
        const at = x((day.from + day.to) / 2);
        if (days[index - 1]?.to === day.from) {
          context.lineTo(at, y(day.value));
        } else {
          context.moveTo(at, y(day.value));
        }
      });
      context.stroke();
      const apart = days.length < 80;
      for (const day of apart ? days : []) {
        context.beginPath();
        context.arc(x((day.from + day.to) / 2), y(day.value), 2.25 * density(), 0, 2 * Math.PI);
        context.fill();
      }
    });
  };
}
