import type uPlot from 'uplot';
import type { Span } from '../../time/span';
import type { TimeAxisState } from '../axis';

/** Paints one thing on a chart's canvas, in canvas pixels, clipped by nothing but itself. */
export type Layer = (plot: uPlot, axis: TimeAxisState) => void;

/** How a chart measures its values. */
export interface YScale {
  /** Lowest and highest value shown while the span is in view. */
  range(view: Span): readonly [number, number];
  /** Where figures stand; even steps when missing. */
  splits?(from: number, to: number): number[] | undefined;
  format(value: number): string;
}

/** Paints within the plot's own rectangle and leaves the canvas as it was. */
export function within(plot: uPlot, paint: (context: CanvasRenderingContext2D) => void): void {
  const { ctx: context, bbox } = plot;
  context.save();
  context.beginPath();
  context.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  context.clip();
  paint(context);
  context.restore();
}

/** Maps values to canvas pixels; a straight line, so faster than asking the plot for each point. */
export function projector(plot: uPlot, scale: 'x' | 'y'): (value: number) => number {
  const { min = 0, max = 1 } = plot.scales[scale] ?? {};
  const low = min ?? 0;
  const high = max ?? 1;
  const { left, top, width, height } = plot.bbox;
  return scale === 'x'
    ? (value) => left + ((value - low) / (high - low)) * width
    : (value) => top + (1 - (value - low) / (high - low)) * height;
}

/** Canvas pixels per CSS pixel. */
export function density(): number {
  return window.devicePixelRatio || 1;
}
