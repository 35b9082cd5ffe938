import { fade } from '../palette';
import type { Layer } from './layer';
import { projector, within } from './layer';

/** What was usual for the person on one local day. */
export interface UsualMark {
  readonly from: number;
  readonly to: number;
  readonly low: number;
  readonly mean: number;
  readonly high: number;
}

/** A light band from the usual lowest to the usual highest, with the mean in it, day by day. */
export function usualBand(days: readonly UsualMark[], colour: string): Layer {
  return (plot) => {
    const x = projector(plot, 'x');
    const y = projector(plot, 'y');
    within(plot, (context) => {
      context.fillStyle = fade(colour, 0.16);
      context.beginPath();
      for (const { from, to, low, high } of days) {
        context.rect(x(from), y(high), x(to) - x(from), y(low) - y(high));
      }
      context.fill();
      context.fillStyle = fade(colour, 0.45);
      for (const { from, to, mean } of days) {
        context.fillRect(x(from), y(mean), x(to) - x(from), 1);
      }
    });
  };
}
