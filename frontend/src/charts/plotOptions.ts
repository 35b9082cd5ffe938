import type { RefObject } from 'react';
import type uPlot from 'uplot';
import { PLOT_EDGE, PLOT_RIGHT, type TimeAxisState } from './axis';
import type { Layer, YScale } from './layers/layer';

/** What a chart shows now; read at every stroke, so that uPlot itself need not be made again. */
export interface PlotState {
  readonly axis: TimeAxisState;
  readonly layers: readonly Layer[];
  readonly y: YScale;
  /** Told where a click was: the instant, and the value at its height. */
  readonly onPick?: ((instant: number, value: number) => void) | undefined;
}

const FONT = '11px "Inter Variable", system-ui, sans-serif';
const SMALLEST_DRAG = 6;

export function plotOptions(
  state: RefObject<PlotState>,
  syncKey: string,
  size: { width: number; height: number },
): uPlot.Options {
  const { gutter } = state.current.axis;
  return {
    ...size,
    ms: 1,
    padding: [PLOT_EDGE, PLOT_RIGHT, PLOT_EDGE, 0],
    legend: { show: false },
    scales: { x: { time: false }, y: { range: () => [...state.current.y.range(state.current.axis.view)] } },
    series: [{}, { paths: () => null, points: { show: false } }],
    axes: [{ show: false }, valueAxis(state, gutter)],
    cursor: {
      y: false,
      points: { show: false },
      drag: { x: true, y: false, setScale: false, dist: SMALLEST_DRAG },
      sync: { key: syncKey, scales: ['x', null] },
      bind: {
        mousedown: (_plot, _target, handler) => (event) => grabOrSelect(event, state, handler),
        dblclick: () => () => {
          state.current.axis.zoom(null);
          return null;
        },
      },
    },
    hooks: {
      ready: [(plot) => plot.over.addEventListener('click', (event) => pick(plot, event, state))],
      draw: [
        (plot) => {
          for (const layer of state.current.layers) {
            layer(plot, state.current.axis);
          }
        },
      ],
      setCursor: [(plot) => followCursor(plot, state.current.axis)],
      setSelect: [(plot) => zoomToSelection(plot, state.current.axis)],
    },
  };
}

/** With shift the pointer takes hold of the view; without, uPlot lets it draw the part to zoom into. */
function grabOrSelect(event: MouseEvent, state: RefObject<PlotState>, select: (event: MouseEvent) => null): null {
  if (event.shiftKey && event.button === 0) {
    state.current.axis.grab(event.clientX);
    return null;
  }
  return event.button === 0 ? select(event) : null;
}

function pick(plot: uPlot, event: MouseEvent, state: RefObject<PlotState>): void {
  // uPlot keeps the click that ends a drag to itself.
  if (event.detail <= 1 && !event.shiftKey) {
    state.current.onPick?.(plot.posToVal(event.offsetX, 'x'), plot.posToVal(event.offsetY, 'y'));
  }
}

function valueAxis(state: RefObject<PlotState>, gutter: number): uPlot.Axis {
  return {
    scale: 'y',
    size: gutter,
    gap: 8,
    font: FONT,
    space: 24,
    stroke: () => state.current.axis.palette['text-muted'],
    ticks: { show: false },
    grid: { stroke: () => state.current.axis.palette.line, width: 1 },
    splits: (plot, _axis, from, to, step, space) =>
      state.current.y.splits?.(from, to) ??
      everyStep(from, to, step || (to - from) / Math.max(1, plot.height / (space || 24))),
    values: (_plot, splits) => splits.map((value) => state.current.y.format(value)),
  };
}

function everyStep(from: number, to: number, step: number): number[] {
  const first = Math.ceil(from / step - 1e-9);
  const last = Math.floor(to / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => (first + index) * step);
}

function followCursor(plot: uPlot, axis: TimeAxisState): void {
  const left = plot.cursor.left ?? -1;
  // Only the chart under the pointer has an event of its own; the others follow it.
  if (plot.cursor.event) {
    axis.cursor.set(left < 0 ? null : plot.posToVal(left, 'x'));
  }
}

function zoomToSelection(plot: uPlot, axis: TimeAxisState): void {
  const { left, width } = plot.select;
  if (width < SMALLEST_DRAG) {
    return;
  }
  const view = { from: plot.posToVal(left, 'x'), to: plot.posToVal(left + width, 'x') };
  plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
  if (plot.cursor.event) {
    axis.zoom(view);
  }
}
