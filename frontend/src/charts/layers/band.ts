import type { Columns } from '../../api/columns';
import { fade } from '../palette';
import type { Layer } from './layer';
import { projector, within } from './layer';
import { visibleRuns } from './runs';

/** Whole pixel columns, from `left` to before `right`, and the lowest and highest value behind them. */
export interface BandBox {
  left: number;
  right: number;
  low: number;
  high: number;
}

type Project = (value: number) => number;

/** Lowest to highest of each pixel column of reduced data, faintly; cut where the data are. */
export function minMaxBand(columns: Columns, colour: string): Layer {
  return (plot, { view }) => {
    const [x, y] = [projector(plot, 'x'), projector(plot, 'y')];
    const { left, width } = plot.bbox;
    within(plot, (context) => {
      context.fillStyle = fade(colour, 0.2);
      context.beginPath();
      for (const run of visibleRuns(columns, view.from, view.to)) {
        traceBand(context, bandBoxes(columns, run, x, [left, left + width]), y);
      }
      context.fill();
    });
  };
}

/**
 * What lies between lowest and highest, by pixel column: a bucket counts for each column that it touches, so no column has
 * less than the samples that fall into it. In whole columns, because a part of one would be painted too faint to be seen.
 */
export function bandBoxes(
  columns: Columns,
  [from, to]: readonly [number, number],
  x: Project,
  [first, last]: readonly [number, number],
): BandBox[] {
  const { x: at, low, high } = columns;
  const found: BandBox[] = [];
  for (let row = from; row < to; row++) {
    const start = at[row] as number;
    const left = Math.max(Math.floor(x(start)), Math.floor(first));
    const right = Math.min(Math.max(Math.ceil(x(endOf(columns, row))), left + 1), Math.ceil(last));
    if (left < right) {
      add(found, { left, right, low: low[row] as number, high: high[row] as number });
    }
  }
  return found;
}

/** A local day has 23 to 25 hours, so it ends where the next begins. */
function endOf({ x, width, gap, resolution }: Columns, row: number): number {
  const start = x[row] as number;
  const next = x[row + 1] ?? Number.POSITIVE_INFINITY;
  return resolution === '1d' && next - start <= gap ? next : start + width;
}

/** Rows follow each other, so that only the last column of one can be the first of the next. */
function add(found: BandBox[], box: BandBox): void {
  const before = found[found.length - 1];
  if (before === undefined || before.right <= box.left) {
    found.push(box);
    return;
  }
  const shared: BandBox = {
    left: box.left,
    right: before.right,
    low: Math.min(before.low, box.low),
    high: Math.max(before.high, box.high),
  };
  if (before.left < box.left) {
    before.right = box.left;
    found.push(shared);
  } else {
    Object.assign(before, shared);
  }
  if (box.right > shared.right) {
    found.push({ ...box, left: shared.right });
  }
}

/** Adds the outline of boxes that follow each other to the context's path. */
export function traceBand(context: CanvasRenderingContext2D, boxes: readonly BandBox[], y: Project): void {
  const [first] = boxes;
  if (!first) {
    return;
  }
  context.moveTo(first.left, y(first.high));
  for (const { left, right, high } of boxes) {
    context.lineTo(left, y(high));
    context.lineTo(right, y(high));
  }
  for (let index = boxes.length - 1; index >= 0; index--) {
    const { left, right, low } = boxes[index] as BandBox;
    context.lineTo(right, y(low));
    context.lineTo(left, y(low));
  }
  context.closePath();
}
