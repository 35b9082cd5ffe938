import { density } from './layer';

/** Lines or dots that tell a shade apart without colour. */
export type Texture = 'none' | 'edges' | 'rising' | 'falling' | 'crossed' | 'dots';

/** From left to right, in canvas pixels. */
export interface Box {
  readonly left: number;
  readonly right: number;
}

/** From top to bottom, in canvas pixels. */
export interface Band {
  readonly top: number;
  readonly height: number;
  /** Where the lines start, so that they move with the data. */
  readonly phase: number;
}

/** In CSS pixels. */
const LINES_APART = 7;
const ROOM_FOR_EDGES = 5;

/** Strokes the texture in the boxes in the context's colour; all of them at once. */
export function paintTexture(
  context: CanvasRenderingContext2D,
  texture: Texture,
  boxes: readonly Box[],
  band: Band,
): void {
  if (texture === 'none') {
    return;
  }
  const unit = density();
  const step = LINES_APART * unit;
  context.beginPath();
  for (const box of boxes) {
    if (texture === 'edges') {
      edges(context, box, band, unit);
    } else if (texture === 'dots') {
      dots(context, box, band, step, unit);
    } else {
      hatch(context, box, band, texture, step);
    }
  }
  context.stroke();
}

/** The outline of a hollow: a watch that lies on the table. */
function edges(context: CanvasRenderingContext2D, { left, right }: Box, { top, height }: Band, unit: number): void {
  if (right - left < ROOM_FOR_EDGES * unit) {
    return;
  }
  for (const at of [left + unit / 2, right - unit / 2]) {
    context.moveTo(at, top);
    context.lineTo(at, top + height);
  }
}

/** Slanted lines, each cut at the box's sides, so that none reaches into the next box. */
function hatch(
  context: CanvasRenderingContext2D,
  { left, right }: Box,
  { top, height, phase }: Band,
  texture: Texture,
  step: number,
): void {
  for (let at = firstFrom(left - height, phase, step); at < right; at += step) {
    const [from, to] = [Math.max(at, left), Math.min(at + height, right)];
    if (texture !== 'falling') {
      context.moveTo(from, top + height - (from - at));
      context.lineTo(to, top + height - (to - at));
    }
    if (texture !== 'rising') {
      context.moveTo(from, top + from - at);
      context.lineTo(to, top + to - at);
    }
  }
}

function dots(
  context: CanvasRenderingContext2D,
  { left, right }: Box,
  { top, height, phase }: Band,
  step: number,
  unit: number,
): void {
  for (let at = firstFrom(left, phase, step); at < right; at += step) {
    for (let down = top + step / 2; down < top + height; down += step) {
      context.moveTo(at, down);
      context.lineTo(at + 1.2 * unit, down);
    }
  }
}

function firstFrom(left: number, phase: number, step: number): number {
  return left + ((((phase - left) % step) + step) % step);
}
