import { type Columns, lowerBound } from '../../api/columns';
import { fade } from '../palette';
import type { Layer } from './layer';
import { density, projector, within } from './layer';
import { sampleDots } from './sampleDots';

/** A pixel column of a line: where it comes in, its extremes, where it leaves. */
interface Pixel {
  readonly x: number;
  readonly first: number;
  low: number;
  high: number;
  last: number;
}

/**
 * The line of a level with its min-max band behind. The line and the band end where the data do: at a hole they are
 * cut, and a lone value is a dot.
 */
export function line(columns: Columns, colour: string, dashed = false): Layer {
  return (plot, axis) => {
    const x = projector(plot, 'x');
    const y = projector(plot, 'y');
    const runs = visibleRuns(columns, axis.view.from, axis.view.to);
    within(plot, (context) => {
      context.fillStyle = fade(colour, 0.2);
      if (columns.resolution !== 'raw') {
        for (const [from, to] of runs) {
          band(context, columns, from, to, x, y);
          context.fill();
        }
      }
      context.strokeStyle = colour;
      context.fillStyle = colour;
      context.lineWidth = 1.25 * density();
      context.lineJoin = 'round';
      context.setLineDash(dashed ? [4 * density(), 3 * density()] : []);
      for (const [from, to] of runs) {
        strokeRun(context, pixels(columns, from, to, x, y));
      }
      context.setLineDash([]);
      if (columns.resolution === 'raw') {
        sampleDots(context, columns, runs, x, y);
      }
    });
  };
}

/** Index ranges [from, to) without a hole inside, of the rows in view and one neighbour on each side. */
export function visibleRuns(columns: Columns, from: number, to: number): [number, number][] {
  const { x, gap } = columns;
  const start = Math.max(0, lowerBound(x, from) - 1);
  const end = Math.min(x.length, lowerBound(x, to) + 1);
  const runs: [number, number][] = [];
  let begin = start;
  for (let index = start + 1; index <= end; index++) {
    if (index === end || (x[index] as number) - (x[index - 1] as number) > gap) {
      runs.push([begin, index]);
      begin = index;
    }
  }
  return start < end ? runs : [];
}

function centre(columns: Columns, index: number): number {
  return (columns.x[index] as number) + (columns.resolution === 'raw' ? 0 : columns.width / 2);
}

function band(
  context: CanvasRenderingContext2D,
  columns: Columns,
  from: number,
  to: number,
  x: Project,
  y: Project,
): void {
  const half = to - from === 1 ? density() * 1.5 : 0;
  context.beginPath();
  for (let index = from; index < to; index++) {
    context.lineTo(x(centre(columns, index)) - half, y(columns.high[index] as number));
  }
  for (let index = to - 1; index >= from; index--) {
    context.lineTo(x(centre(columns, index)) + half, y(columns.low[index] as number));
  }
  context.closePath();
}

type Project = (value: number) => number;

/** Thousands of points on one pixel paint the same as their first, extremes and last. */
function pixels(columns: Columns, from: number, to: number, x: Project, y: Project): Pixel[] {
  const found: Pixel[] = [];
  for (let index = from; index < to; index++) {
    const at = x(centre(columns, index));
    const value = y(columns.y[index] as number);
    const open = found.at(-1);
    if (open && at - open.x < 1) {
      open.low = Math.min(open.low, value);
      open.high = Math.max(open.high, value);
      open.last = value;
    } else {
      found.push({ x: at, first: value, low: value, high: value, last: value });
    }
  }
  return found;
}

function strokeRun(context: CanvasRenderingContext2D, run: readonly Pixel[]): void {
  const [first] = run;
  if (run.length === 1 && first) {
    context.beginPath();
    context.arc(first.x, first.first, 1.6 * density(), 0, 2 * Math.PI);
    context.fill();
    return;
  }
  context.beginPath();
  for (const pixel of run) {
    context.lineTo(pixel.x, pixel.first);
    if (pixel.low !== pixel.high) {
      context.lineTo(pixel.x, pixel.low);
      context.lineTo(pixel.x, pixel.high);
      context.lineTo(pixel.x, pixel.last);
    }
  }
  context.stroke();
}
