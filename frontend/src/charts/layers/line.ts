import type { Columns } from '../../api/columns';
import type { Layer } from './layer';
import { density, projector, within } from './layer';
import { visibleRuns } from './runs';
import { sampleDots } from './sampleDots';

/** A pixel column of a line: where it comes in, its extremes, where it leaves. */
export interface Pixel {
  readonly x: number;
  readonly first: number;
  low: number;
  high: number;
  last: number;
}

type Project = (value: number) => number;

/** The line of a level. It ends where the data do: at a hole it is cut, and a lone value is a dot. */
export function line(columns: Columns, colour: string, dashed = false): Layer {
  return (plot, axis) => {
    const x = projector(plot, 'x');
    const y = projector(plot, 'y');
    const runs = visibleRuns(columns, axis.view.from, axis.view.to);
    const unit = density();
    within(plot, (context) => {
      context.strokeStyle = colour;
      context.fillStyle = colour;
      context.lineWidth = 1.25 * unit;
      context.lineJoin = 'bevel';
      context.setLineDash(dashed ? [4 * unit, 3 * unit] : []);
      for (const run of runs) {
        strokeRun(context, pixels(columns, run, x, y), unit, dashed);
      }
      context.setLineDash([]);
      if (columns.resolution === 'raw') {
        sampleDots(context, columns, runs, x, y);
      }
    });
  };
}

/** Thousands of points in one pixel column paint the same as their first, extremes and last. */
export function pixels(columns: Columns, [from, to]: readonly [number, number], x: Project, y: Project): Pixel[] {
  const found: Pixel[] = [];
  const { x: at, y: values } = columns;
  const middle = columns.resolution === 'raw' ? 0 : columns.width / 2;
  let open: Pixel | undefined;
  let end = Number.NEGATIVE_INFINITY;
  for (let index = from; index < to; index++) {
    const place = x((at[index] as number) + middle);
    const value = y(values[index] as number);
    if (open !== undefined && place < end) {
      open.low = Math.min(open.low, value);
      open.high = Math.max(open.high, value);
      open.last = value;
    } else {
      open = { x: place, first: value, low: value, high: value, last: value };
      end = Math.floor(place) + 1;
      found.push(open);
    }
  }
  return found;
}

/** A column taller than this, in CSS pixels, is filled: strokes that go up and down cost many times as much. */
const FILLED_FROM = 2;

function strokeRun(context: CanvasRenderingContext2D, run: readonly Pixel[], unit: number, dashed: boolean): void {
  const [first] = run;
  if (run.length === 1 && first && first.low === first.high) {
    context.beginPath();
    context.arc(first.x, first.first, 1.6 * unit, 0, 2 * Math.PI);
    context.fill();
    return;
  }
  const half = 0.6 * unit;
  context.beginPath();
  for (const { x, first: enters, low, high, last: leaves } of run) {
    context.lineTo(x, enters);
    if (high - low > FILLED_FROM * unit && !dashed) {
      context.fillRect(Math.floor(x), low - half, Math.round(unit), high - low + 2 * half);
      context.moveTo(x, leaves);
    } else if (low !== high) {
      context.lineTo(x, low);
      context.lineTo(x, high);
      context.lineTo(x, leaves);
    }
  }
  context.stroke();
}
