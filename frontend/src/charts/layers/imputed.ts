import { type Columns, lowerBound } from '../../api/columns';
import { type Imputed, imputedShare } from '../../api/imputation';
import { fade } from '../palette';
import type { Layer } from './layer';
import { density, projector, within } from './layer';
import { type Box, paintTexture } from './textures';

/** Two rows further apart than this many of their widths are not one stretch. */
const JOINED = 1.5;
/** Below this, in CSS pixels, a hatch would not be seen. */
const LOWEST = 5;

/**
 * Values that were imputed: a light hatch over their time, as high as the share of it that was imputed, the band of their
 * uncertainty, and a dashed line. They differ from data at a glance and in grey.
 */
export function imputedLine(values: Imputed, colour: string): Layer {
  return imputed(values, colour, paintLevels);
}

/** The same of an amount: hollow, dashed bars, which stand on what was measured in the same bucket. */
export function imputedBars(values: Imputed, colour: string, measured: Columns): Layer {
  return imputed(values, colour, (...pen) => paintBars(...pen, measured));
}

type Project = (value: number) => number;
type Paint = (
  context: CanvasRenderingContext2D,
  values: Imputed,
  rows: readonly [number, number],
  x: Project,
  y: Project,
) => void;

function imputed(values: Imputed, colour: string, paint: Paint): Layer {
  return (plot, { view }) => {
    const [x, y] = [projector(plot, 'x'), projector(plot, 'y')];
    within(plot, (context) => {
      context.lineWidth = density();
      for (const rows of stretchesIn(values, view)) {
        context.strokeStyle = fade(colour, 0.16);
        for (const { left, right, height } of hatches(values, rows, x, plot.bbox.height)) {
          const top = plot.bbox.top + plot.bbox.height - height;
          paintTexture(context, 'rising', [{ left, right }], { top, height, phase: x(0) });
        }
        context.strokeStyle = colour;
        context.fillStyle = fade(colour, 0.12);
        paint(context, values, rows, x, y);
      }
    });
  };
}

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

/** A hatch for each row, standing on the ground; neighbours of one height, or within one pixel, are one. */
export function hatches(
  values: Imputed,
  [from, to]: readonly [number, number],
  x: Project,
  room: number,
): (Box & { readonly height: number })[] {
  const found: { left: number; right: number; height: number }[] = [];
  const lowest = LOWEST * density();
  for (let row = from; row < to; row++) {
    const [left, right] = [x(values.x[row] as number), x((values.x[row] as number) + values.width)];
    const height = Math.max(Math.round(imputedShare(values, row) * room), lowest);
    const last = found.at(-1);
    if (last && (height === last.height || right - last.left < 1)) {
      last.right = right;
      last.height = Math.max(last.height, height);
    } else {
      found.push({ left, right, height });
    }
  }
  return found;
}

/** Band and line through the middle of the rows; of a lone row across its width, or it would have none. */
const paintLevels: Paint = (context, { x: at, y: value, low, high, width }, [from, to], x, y) => {
  const places: [number, number][] = [];
  for (let row = from; row < to; row++) {
    places.push([(at[row] as number) + width / 2, row]);
  }
  if (to - from === 1) {
    places.splice(0, 1, [at[from] as number, from], [(at[from] as number) + width, from]);
  }
  context.beginPath();
  for (const [place, row] of places) {
    context.lineTo(x(place), y(high[row] as number));
  }
  for (const [place, row] of places.toReversed()) {
    context.lineTo(x(place), y(low[row] as number));
  }
  context.closePath();
  context.fill();
  context.setLineDash([4 * density(), 3 * density()]);
  context.lineWidth = 1.25 * density();
  context.beginPath();
  for (const [place, row] of places) {
    context.lineTo(x(place), y(value[row] as number));
  }
  context.stroke();
  context.setLineDash([]);
};

function paintBars(
  context: CanvasRenderingContext2D,
  { x: at, y: value, width }: Imputed,
  [from, to]: readonly [number, number],
  x: Project,
  y: Project,
  measured: Columns,
): void {
  const unit = density();
  context.setLineDash([2 * unit, 2 * unit]);
  context.beginPath();
  for (let row = from; row < to; row++) {
    const start = at[row] as number;
    const base = amountAt(measured, start);
    const [left, right] = [x(start), x(start + width)];
    const [bottom, top] = [y(base), y(base + (value[row] as number))];
    context.rect(left, top, Math.max(right - left - unit, unit), bottom - top);
  }
  context.fill();
  context.stroke();
  context.setLineDash([]);
}

/** What was measured in the bucket that begins at the instant. */
export function amountAt({ x, y }: Columns, start: number): number {
  const row = lowerBound(x, start);
  return x[row] === start ? (y[row] as number) : 0;
}
