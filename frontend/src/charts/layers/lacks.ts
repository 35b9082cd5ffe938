import { firstAfter, type Lack } from '../../api/lacks';
import type { Reason } from '../../api/reasons';
import { fade, type Palette } from '../palette';
import type { Layer } from './layer';
import { density, projector, within } from './layer';
import { type Band, type Box, paintTexture, type Texture } from './textures';

/** How the time of a reason looks: a tint, and lines or dots that tell it apart without colour. */
export interface LackLook {
  readonly colour: 'text-muted' | 'bad';
  readonly tint: number;
  readonly texture: Texture;
}

export const LACK_LOOKS: Readonly<Record<Reason, LackLook>> = {
  'not-worn': { colour: 'text-muted', tint: 0.11, texture: 'edges' },
  'not-synced': { colour: 'text-muted', tint: 0.03, texture: 'rising' },
  'fetch-failed': { colour: 'bad', tint: 0.1, texture: 'falling' },
  rejected: { colour: 'bad', tint: 0.1, texture: 'crossed' },
  'no-intraday': { colour: 'bad', tint: 0.1, texture: 'falling' },
  'no-sleep': { colour: 'text-muted', tint: 0.05, texture: 'dots' },
  'no-main-sleep': { colour: 'text-muted', tint: 0.05, texture: 'dots' },
  'sleep-only': { colour: 'text-muted', tint: 0.045, texture: 'none' },
  'before-enrolment': { colour: 'text-muted', tint: 0.045, texture: 'none' },
  'after-end': { colour: 'text-muted', tint: 0.045, texture: 'none' },
  'wear-unknown': { colour: 'text-muted', tint: 0.02, texture: 'none' },
  unknown: { colour: 'text-muted', tint: 0.05, texture: 'dots' },
};

/** In CSS pixels. */
const NARROWEST = 1.25;

/** Time without data, shaded by reason, from top to bottom behind everything else. */
export function lackShades(lacks: readonly Lack[]): Layer {
  return (plot, { palette, view }) => {
    if (lacks.length === 0) {
      return;
    }
    const x = projector(plot, 'x');
    const { top, height } = plot.bbox;
    within(plot, (context) => {
      for (const [reason, boxes] of boxesInView(lacks, view, x)) {
        paintLacks(context, reason, boxes, { top, height, phase: x(0) }, palette);
      }
    });
  };
}

/** The boxes of each reason in view that are wide enough to be seen. */
export function boxesInView(lacks: readonly Lack[], view: { from: number; to: number }, x: (at: number) => number) {
  const found = new Map<Reason, { left: number; right: number }[]>();
  const narrowest = NARROWEST * density();
  for (let index = firstAfter(lacks, view.from); index < lacks.length; index++) {
    const { from, to, reason } = lacks[index] as Lack;
    if (from >= view.to) {
      break;
    }
    const [left, right] = [x(Math.max(from, view.from)), x(Math.min(to, view.to))];
    const boxes = found.get(reason) ?? [];
    const last = boxes.at(-1);
    if (last && left - last.right < 0.5) {
      last.right = right;
    } else if (right - left >= narrowest) {
      found.set(reason, boxes);
      boxes.push({ left, right });
    }
  }
  return found;
}

/** Boxes of one reason: one fill, one clip, a few lines, however many they are. Strong in a strip, where they are small. */
export function paintLacks(
  context: CanvasRenderingContext2D,
  reason: Reason,
  boxes: readonly Box[],
  band: Band,
  palette: Palette,
  strong = false,
): void {
  const look = LACK_LOOKS[reason];
  const colour = palette[look.colour];
  context.save();
  context.beginPath();
  for (const { left, right } of boxes) {
    context.rect(left, band.top, right - left, band.height);
  }
  context.fillStyle = fade(colour, strong ? (look.colour === 'bad' ? 0.6 : 0) : look.tint);
  context.fill();
  context.lineWidth = density();
  context.strokeStyle = fade(colour, strong ? 0.7 : look.colour === 'bad' ? 0.42 : 0.24);
  paintTexture(context, strong && look.texture === 'edges' ? 'none' : look.texture, boxes, band);
  context.restore();
}
