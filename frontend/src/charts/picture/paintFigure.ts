import type uPlot from 'uplot';
import { PLOT_RIGHT, type TimeAxisState } from '../axis';
import { density } from '../layers/layer';
import { evenFigures } from '../layers/scaled';
import type { Picture } from '../pictureStore';

/** What stands around the charts of a picture; without any of it they stand alone. */
export interface Caption {
  readonly title: string;
  /** Under the title: what, when, by which clock. */
  readonly lines: readonly string[];
  /** Hues and what they stand for. */
  readonly legend: readonly { readonly colour: string; readonly name: string }[];
}

const MARGIN = 16;
const HEAD = 22;
const LINE = 16;
const TITLE = 20;
const AXIS = 22;
const GAP = 10;

/** The size of a picture of the charts, in CSS pixels. */
export function figureSize(pictures: readonly Picture[], axis: TimeAxisState, { title, lines }: Caption) {
  const plots = pictures.reduce((sum, { plot }) => sum + TITLE + plot.height + GAP, 0);
  return {
    width: axis.width + 2 * MARGIN,
    height: 2 * MARGIN + (title ? HEAD + LINE * (lines.length + 1) + GAP : 0) + plots + AXIS,
  };
}

/** Paints charts, axis and caption once more, by the same layers, on any context. */
export function paintFigure(
  context: CanvasRenderingContext2D,
  pictures: readonly Picture[],
  axis: TimeAxisState,
  caption: Caption,
): void {
  const { width, height } = figureSize(pictures, axis, caption);
  const unit = density();
  const pen = penOf(context, axis);
  context.fillStyle = axis.palette.surface;
  context.fillRect(0, 0, width * unit, height * unit);
  let top = caption.title ? paintCaption(context, pen, caption) : MARGIN;
  for (const { title, plot, state } of pictures) {
    pen.words(title, MARGIN, top + 12, { weight: 600 });
    top += TITLE;
    const { axis: own, layers, y } = state.current;
    const [min, max] = y.range(own.view);
    const bbox = {
      left: (MARGIN + own.gutter) * unit,
      top: top * unit,
      width: (own.width - own.gutter - PLOT_RIGHT) * unit,
      height: plot.height * unit,
    };
    const scales = { ...plot.scales, x: { min: own.view.from, max: own.view.to }, y: { min, max } };
    for (const value of y.splits?.(min, max) ?? evenFigures(min, max)) {
      const at = bbox.top + (1 - (value - min) / (max - min)) * bbox.height;
      pen.words(y.format(value), MARGIN + own.gutter - 8, at / unit, { muted: true, align: 'right', middle: true });
      context.fillStyle = axis.palette.line;
      context.fillRect(bbox.left, at, bbox.width, unit);
    }
    const copy = Object.create(plot, {
      ctx: { value: context },
      bbox: { value: bbox },
      scales: { value: scales },
    }) as uPlot;
    for (const layer of layers) {
      layer(copy, own);
    }
    top += plot.height + GAP;
  }
  const room = axis.width - axis.gutter - PLOT_RIGHT;
  for (const tick of axis.ticks) {
    const share = (tick.at - axis.view.from) / (axis.view.to - axis.view.from);
    pen.words(tick.label, MARGIN + axis.gutter + share * room, top + 8, {
      align: 'center',
      weight: tick.day ? 600 : 400,
    });
  }
}

/** Title, lines and legend; tells where the charts begin. */
function paintCaption(context: CanvasRenderingContext2D, pen: ReturnType<typeof penOf>, caption: Caption): number {
  const unit = density();
  let top = MARGIN + 14;
  pen.words(caption.title, MARGIN, top, { size: 15, weight: 600 });
  top += HEAD - 4;
  for (const line of caption.lines) {
    pen.words(line, MARGIN, top, { muted: true });
    top += LINE;
  }
  let left = MARGIN;
  for (const { colour, name } of caption.legend) {
    context.fillStyle = colour;
    context.fillRect(left * unit, (top - 8) * unit, 9 * unit, 9 * unit);
    pen.words(name, left + 14, top);
    left += 30 + name.length * 6.4;
  }
  return top + LINE;
}

interface Words {
  readonly size?: number;
  readonly weight?: number;
  readonly muted?: boolean;
  readonly align?: CanvasTextAlign;
  readonly middle?: boolean;
}

function penOf(context: CanvasRenderingContext2D, { palette }: TimeAxisState) {
  return {
    words(text: string, x: number, y: number, { size = 11, weight = 400, muted, align = 'left', middle }: Words = {}) {
      context.font = `${weight} ${size * density()}px "Inter Variable", system-ui, sans-serif`;
      context.fillStyle = muted ? palette['text-muted'] : palette.text;
      context.textAlign = align;
      context.textBaseline = middle ? 'middle' : 'alphabetic';
      context.fillText(text, x * density(), y * density());
    },
  };
}
