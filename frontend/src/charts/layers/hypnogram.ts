import type { Colour } from '../palette';
import type { Layer, YScale } from './layer';
import { density, projector, within } from './layer';

/** A stretch of sleep on one of the lanes. */
export interface StageBlock {
  readonly from: number;
  readonly to: number;
  readonly lane: number;
  readonly colour: Colour;
  /** A short wake that lies on top of the stage. */
  readonly overlay: boolean;
}

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
    within(plot, (context) => {
      context.fillStyle = axis.palette['line-strong'];
      joins(visible).forEach(([from, to]) => {
        const [top, bottom] = [y(Math.max(from.lane, to.lane)), y(Math.min(from.lane, to.lane))];
        context.fillRect(x(to.from) - density() / 2, top, density(), bottom - top);
      });
      for (const block of visible) {
        const left = x(block.from);
        const inset = block.overlay ? half * 0.35 : 0;
        context.fillStyle = axis.palette[block.colour];
        context.beginPath();
        context.roundRect(
          left,
          y(block.lane) - half + inset,
          Math.max(x(block.to) - left, density()),
          2 * (half - inset),
          2 * density(),
        );
        context.fill();
      }
    });
  };
}

function joins(blocks: readonly StageBlock[]): [StageBlock, StageBlock][] {
  const stages = blocks.filter((block) => !block.overlay);
  return stages.flatMap((block, index): [StageBlock, StageBlock][] => {
    const next = stages[index + 1];
    return next && next.from === block.to && next.lane !== block.lane ? [[block, next]] : [];
  });
}
