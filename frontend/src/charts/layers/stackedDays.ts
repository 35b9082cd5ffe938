import type { Colour } from '../palette';
import type { Layer } from './layer';
import { density, projector, within } from './layer';

/** What one local day is made up of, from the bottom up. */
export interface StackedDay {
  readonly from: number;
  readonly to: number;
  readonly parts: readonly { readonly value: number; readonly colour: Colour }[];
}

const WIDEST = 44;
/** Parts of wide bars stand a line apart, so that neighbours in the ramp are told apart. */
const APART_FROM = 6;

/** One bar per day, its parts on each other. */
export function stackedDays(days: readonly StackedDay[]): Layer {
  return (plot, axis) => {
    const x = projector(plot, 'x');
    const y = projector(plot, 'y');
    within(plot, (context) => {
      for (const { from, to, parts } of days) {
        const width = Math.max(1, Math.min((x(to) - x(from)) * 0.76, WIDEST * density()));
        const left = (x(from) + x(to) - width) / 2;
        const apart = width > APART_FROM * density() ? density() : 0;
        let base = 0;
        for (const { value, colour } of parts) {
          const [top, bottom] = [y(base + value), y(base)];
          context.fillStyle = axis.palette[colour];
          context.fillRect(left, top, width, Math.max(0, bottom - top - (base > 0 ? apart : 0)));
          base += value;
        }
      }
    });
  };
}
