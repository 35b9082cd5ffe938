import { type Columns, lowerBound } from '../../api/columns';
import type { Layer } from './layer';
import { density, projector, within } from './layer';

/** Amounts as bars over the time that each stands for; a bar begins at zero. */
export function bars(columns: Columns, colour: string): Layer {
  return (plot, axis) => {
    const x = projector(plot, 'x');
    const y = projector(plot, 'y');
    const zero = y(0);
    const from = Math.max(0, lowerBound(columns.x, axis.view.from) - 1);
    const to = Math.min(columns.x.length, lowerBound(columns.x, axis.view.to));
    within(plot, (context) => {
      context.fillStyle = colour;
      // One by one: a path of a thousand boxes takes many times as long.
      for (const { left, right, top } of barBoxes(columns, [from, to], x, y, density())) {
        context.fillRect(left, top, right - left, zero - top);
      }
    });
  };
}

interface BarBox {
  readonly left: number;
  right: number;
  top: number;
}

/** The bars as they are painted; of bars narrower than a pixel the highest of each pixel column, at its whole width. */
export function barBoxes(
  { x: at, y: amount, width }: Columns,
  [from, to]: readonly [number, number],
  x: (value: number) => number,
  y: (value: number) => number,
  unit: number,
): BarBox[] {
  const found: BarBox[] = [];
  const wide = x(width) - x(0);
  const space = wide > 4 * unit ? unit : 0;
  let last: BarBox | undefined;
  for (let row = from; row < to; row++) {
    if (amount[row] === 0) {
      continue;
    }
    const left = x(at[row] as number);
    const top = y(amount[row] as number);
    if (wide >= 1) {
      found.push({ left, right: left + wide - space, top });
    } else if (last !== undefined && left < last.right) {
      last.top = Math.min(last.top, top);
    } else {
      last = { left: Math.floor(left), right: Math.floor(left) + 1, top };
      found.push(last);
    }
  }
  return found;
}

/** Lone measurements, such as a weight, as dots. */
export function points(columns: Columns, colour: string): Layer {
  return (plot, axis) => {
    const x = projector(plot, 'x');
    const y = projector(plot, 'y');
    const radius = 2.5 * density();
    within(plot, (context) => {
      context.fillStyle = colour;
      const to = lowerBound(columns.x, axis.view.to);
      for (let index = lowerBound(columns.x, axis.view.from); index < to; index++) {
        context.beginPath();
        context.arc(x(columns.x[index] as number), y(columns.y[index] as number), radius, 0, 2 * Math.PI);
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
