import { type Columns, lowerBound } from '../../api/columns';
import type { Layer } from './layer';
import { density, projector, within } from './layer';

/** Amounts as bars over the time that each stands for; a bar begins at zero. */
export function bars(columns: Columns, colour: string): Layer {
  return (plot, axis) => {
    const x = projector(plot, 'x');
    const y = projector(plot, 'y');
    const zero = y(0);
    within(plot, (context) => {
      context.fillStyle = colour;
      const from = Math.max(0, lowerBound(columns.x, axis.view.from) - 1);
      const to = Math.min(columns.x.length, lowerBound(columns.x, axis.view.to));
      for (let index = from; index < to; index++) {
        const left = x(columns.x[index] as number);
        const right = x((columns.x[index] as number) + columns.width);
        const space = right - left > 4 * density() ? density() : 0;
        const top = y(columns.y[index] as number);
        context.fillRect(left, top, Math.max(right - left - space, 0.75), zero - top);
      }
    });
  };
}

/** Lone measurements, such as a weight, as dots. */
export function points(columns: Columns, colour: string): Layer {
  return (plot, axis) => {
    const x = projector(plot, 'x');
    const y = projector(plot, 'y');
    within(plot, (context) => {
      context.fillStyle = colour;
      const to = lowerBound(columns.x, axis.view.to);
      for (let index = lowerBound(columns.x, axis.view.from); index < to; index++) {
        context.beginPath();
        context.arc(x(columns.x[index] as number), y(columns.y[index] as number), 2.5 * density(), 0, 2 * Math.PI);
        context.fill();
      }
    });
  };
}

/** A level that stays until the next value: a staircase, cut at holes. */
export function steps(columns: Columns, colour: string): Layer {
  return (plot, axis) => {
    const x = projector(plot, 'x');
    const y = projector(plot, 'y');
    within(plot, (context) => {
      context.strokeStyle = colour;
      context.lineWidth = 1.25 * density();
      context.beginPath();
      const to = Math.min(columns.x.length, lowerBound(columns.x, axis.view.to) + 1);
      for (let index = Math.max(0, lowerBound(columns.x, axis.view.from) - 1); index < to; index++) {
        const at = columns.x[index] as number;
        const value = y(columns.y[index] as number);
        const joined = index > 0 && at - (columns.x[index - 1] as number) <= columns.gap;
        const end =
          index + 1 < columns.x.length
            ? Math.min(columns.x[index + 1] as number, at + columns.gap)
            : at + columns.width;
        if (joined) {
          context.lineTo(x(at), value);
        } else {
          context.moveTo(x(at), value);
        }
        context.lineTo(x(end), value);
      }
      context.stroke();
    });
  };
}
