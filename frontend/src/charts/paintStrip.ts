import type { Stretch } from '../api/columns';
import { firstAfter, type Lack } from '../api/lacks';
import type { Span } from '../time/span';
import { boxesInView, paintLacks } from './layers/lacks';
import { density } from './layers/layer';
import type { Palette } from './palette';

interface Strip {
  readonly present: readonly Stretch[];
  readonly lacks: readonly Lack[];
  readonly colour: string;
  readonly palette: Palette;
  readonly view: Span;
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
}

const NARROWEST = 0.6;

/** Paints a coverage strip over the whole canvas. */
export function paintStrip(canvas: HTMLCanvasElement, strip: Strip): void {
  const { present, lacks, colour, palette, view } = strip;
  const width = Math.max(1, Math.round(strip.width * density()));
  const height = Math.round(strip.height * density());
  if (canvas.width !== width || canvas.height !== height) {
    Object.assign(canvas, { width, height });
  }
  const context = canvas.getContext('2d');
  if (!context) {
    return;
  }
  const x = (instant: number) => ((instant - view.from) / (view.to - view.from)) * width;
  context.clearRect(0, 0, width, height);
  context.fillStyle = colour;
  for (let index = firstAfter(present, view.from); index < present.length; index++) {
    const { from, to } = present[index] as Stretch;
    if (from >= view.to) {
      break;
    }
    const left = Math.max(0, x(from));
    context.fillRect(left, 0, Math.max(NARROWEST * density(), Math.min(width, x(to)) - left), height);
  }
  // What is recorded but does not count, such as the steps of a watch on a table, is no data.
  for (const [reason, boxes] of boxesInView(lacks, view, x)) {
    for (const { left, right } of boxes) {
      context.clearRect(left, 0, right - left, height);
    }
    paintLacks(context, reason, boxes, { top: 0, height, phase: x(0) }, palette, true);
  }
}
