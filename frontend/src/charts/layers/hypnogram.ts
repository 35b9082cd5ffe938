import { type Colour, fade } from '../palette';
import type { Layer, YScale } from './layer';
import { density, projector, within } from './layer';

/** A stretch of sleep on one of the lanes. */
export interface StageBlock {
  readonly from: number;
  readonly to: number;
  readonly lane: number;
  /** The highest lane where a block covers several, because its stage is not known. */
  readonly top?: number;
  readonly colour: Colour;
  /** A short wake that lies on top of the stage. */
  readonly overlay: boolean;
}

/** Beyond this the joins between stages would hide the stages. */
const JOINED_UP_TO = 2.1 * 86_400_000;

/** Lanes from the deepest, 0, upwards. */
export function laneScale(names: readonly string[]): YScale {
  return {
    range: () => [-0.6, names.length - 0.4],
    splits: () => names.map((_, lane) => lane),
    format: (lane) => names[lane] ?? '',
  };
}

/** Sleep as a staircase: a block per stage on its lane, thin joins between, short wakes as ticks on top. */
export function hypnogram(blocks: readonly StageBlock[]): Layer {
  return (plot, axis) => {
    const x = projector(plot, 'x');
    const y = projector(plot, 'y');
    const half = Math.abs(y(0) - y(1)) * 0.36;
    const visible = blocks.filter((block) => block.to > axis.view.from && block.from < axis.view.to);
    const joined = axis.view.to - axis.view.from <= JOINED_UP_TO ? joins(visible) : [];
    within(plot, (context) => {
      context.fillStyle = axis.palette['line-strong'];
      joined.forEach(([from, to]) => {
        const [top, bottom] = [y(Math.max(from.lane, to.lane)), y(Math.min(from.lane, to.lane))];
        context.fillRect(x(to.from) - density() / 2, top, density(), bottom - top);
      });
      for (const block of visible) {
        const left = x(block.from);
        const inset = block.overlay ? half * 0.35 : 0;
        const top = y(block.top ?? block.lane) - half + inset;
        const bottom = y(block.lane) + half - inset;
        context.fillStyle =
          block.top === undefined ? axis.palette[block.colour] : fade(axis.palette[block.colour], 0.45);
        context.beginPath();
        context.roundRect(left, top, Math.max(x(block.to) - left, density()), bottom - top, 2 * density());
        context.fill();
      }
    });
  };
}

function joins(blocks: readonly StageBlock[]): [StageBlock, StageBlock][] {
  const stages = blocks.filter((block) => !block.overlay);
  return stages.flatMap((block, index): [StageBlock, StageBlock][] => {
    const next = stages[index + 1];
    return next && next.top === undefined && next.from === block.to && next.lane !== block.lane ? [[block, next]] : [];
  });
}
