import { lowerBound } from '../../api/columns';
import type { Imputed } from '../../api/imputation';
import { fade } from '../palette';
import type { Layer } from './layer';
import { density, projector, within } from './layer';
import { paintTexture } from './textures';

/** Two rows further apart than this many of their widths are not one stretch. */
const JOINED = 1.5;

/**
 * Values that were imputed: a light hatch over their time, the band of their uncertainty, and a dashed line; of an amount
 * hollow, dashed bars. They differ from data at a glance and in grey.
 */
export function imputed(values: Imputed, colour: string, bars: boolean): Layer {
  return (plot, { view }) => {
    const [x, y] = [projector(plot, 'x'), projector(plot, 'y')];
    const { top, height } = plot.bbox;
    within(plot, (context) => {
      context.lineWidth = density();
      for (const [from, to] of stretchesIn(values, view)) {
        const [left, right] = [x(values.x[from] as number), x((values.x[to - 1] as number) + values.width)];
        context.strokeStyle = fade(colour, 0.16);
        paintTexture(context, 'rising', [{ left, right }], { top, height, phase: x(0) });
        context.strokeStyle = colour;
        context.fillStyle = fade(colour, 0.12);
        if (bars) {
          paintBars(context, values, from, to, x, y);
        } else {
          paintBand(context, values, from, to, x, y);
          paintLine(context, values, from, to, x, y);
        }
      }
    });
  };
}

type Project = (value: number) => number;
type Paint = (
  context: CanvasRenderingContext2D,
  values: Imputed,
  from: number,
  to: number,
  x: Project,
  y: Project,
) => void;

function stretchesIn({ x, width }: Imputed, view: { from: number; to: number }): [number, number][] {
  const [start, end] = [lowerBound(x, view.from - width), lowerBound(x, view.to)];
  const found: [number, number][] = [];
  for (let row = start; row < end; row++) {
    const last = found.at(-1);
    if (last && (x[row] as number) - (x[row - 1] as number) <= JOINED * width) {
      last[1] = row + 1;
    } else {
      found.push([row, row + 1]);
    }
  }
  return found;
}

const paintBand: Paint = (context, { x: at, low, high, width }, from, to, x, y) => {
  context.beginPath();
  for (let row = from; row < to; row++) {
    context.lineTo(x((at[row] as number) + width / 2), y(high[row] as number));
  }
  for (let row = to - 1; row >= from; row--) {
    context.lineTo(x((at[row] as number) + width / 2), y(low[row] as number));
  }
  context.closePath();
  context.fill();
};

const paintLine: Paint = (context, { x: at, y: value, width }, from, to, x, y) => {
  context.setLineDash([4 * density(), 3 * density()]);
  context.lineWidth = 1.25 * density();
  context.beginPath();
  for (let row = from; row < to; row++) {
    context.lineTo(x((at[row] as number) + width / 2), y(value[row] as number));
  }
  context.stroke();
  context.setLineDash([]);
};

const paintBars: Paint = (context, { x: at, y: value, width }, from, to, x, y) => {
  context.setLineDash([2 * density(), 2 * density()]);
  context.beginPath();
  for (let row = from; row < to; row++) {
    const [left, right] = [x(at[row] as number), x((at[row] as number) + width)];
    const height = y(0) - y(value[row] as number);
    context.rect(left, y(value[row] as number), Math.max(right - left - density(), density()), height);
  }
  context.fill();
  context.stroke();
  context.setLineDash([]);
};
