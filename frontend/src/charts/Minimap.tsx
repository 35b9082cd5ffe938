import { type PointerEvent, useMemo, useRef } from 'react';
import { formatRange } from '../format/dates';
import { fitSpan, panSpan, type Span } from '../time/span';
import { PLOT_RIGHT, TimeAxisContext, useTimeAxis } from './axis';
import { createCursorStore } from './cursorStore';
import type { Layer, YScale } from './layers/layer';
import styles from './Minimap.module.css';
import { createPictureStore } from './pictureStore';
import { TimePlot } from './TimePlot';

interface Props {
  /** Painted over the whole history. */
  readonly layers: readonly Layer[];
  readonly y: YScale;
}

const HEIGHT = 46;
const NARROWEST = 10;
/** Edges of a narrower mark stand outside, or nothing would be left to take hold of. */
const NARROW = 40;
const STEP = 0.1;

type Hold = 'from' | 'to' | 'both';

/** The whole history with the view marked in it: drag the mark to move, its edges to make it wider or narrower. */
export function Minimap({ layers, y }: Props) {
  const axis = useTimeAxis();
  const { limits, view, width, gutter, clock, hold, zoom } = axis;
  const own = useRef({ cursor: createCursorStore(), pictures: createPictureStore() });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the map stays as it is while the view moves
  const whole = useMemo(
    () => ({ ...axis, view: limits, ticks: [], midnights: [], syncKey: `${axis.syncKey} map`, ...own.current }),
    [limits, clock, width, gutter, axis.palette],
  );
  const room = width - gutter - PLOT_RIGHT;
  const place = (instant: number) => ((instant - limits.from) / (limits.to - limits.from)) * room;
  const left = place(view.from);
  const wide = Math.max(place(view.to) - left, NARROWEST);
  const drag = useMapDrag(room);
  const words = formatRange({ from: clock.dateAt(view.from), to: clock.dateAt(view.to - 1) });

  return (
    <div className={styles.map} style={{ height: HEIGHT }}>
      <TimeAxisContext value={whole}>
        <TimePlot label="The whole history" height={HEIGHT} y={y} layers={layers} />
      </TimeAxisContext>
      <div
        className={styles.cover}
        style={{ left: gutter, width: room }}
        onPointerDown={(event) => drag(event, 'both', true)}
      >
        <div className={styles.outside} style={{ left: 0, width: Math.max(0, left) }} />
        <div className={styles.outside} style={{ left: left + wide, right: 0 }} />
        <div
          role="slider"
          tabIndex={0}
          className={styles.mark}
          data-narrow={wide < NARROW}
          style={{ left, width: wide }}
          aria-label="Part of the history in view"
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.round((100 * (view.from - limits.from)) / (limits.to - limits.from))}
          aria-valuetext={words}
          onPointerDown={(event) => drag(event, 'both')}
          onDoubleClick={() => zoom(null)}
          onKeyDown={(event) => {
            const moved = keyedView(event.key, event.shiftKey, view);
            if (moved) {
              event.preventDefault();
              event.stopPropagation();
              hold(fitSpan(moved, limits));
            }
          }}
        >
          <span className={styles.edge} data-edge="from" onPointerDown={(event) => drag(event, 'from')} />
          <span className={styles.edge} data-edge="to" onPointerDown={(event) => drag(event, 'to')} />
        </div>
      </div>
    </div>
  );
}

/** Arrows move by a tenth of the view, with shift they make it wider or narrower. */
function keyedView(key: string, shift: boolean, view: Span): Span | undefined {
  const direction = key === 'ArrowLeft' ? -1 : key === 'ArrowRight' ? 1 : 0;
  if (direction === 0) {
    return undefined;
  }
  return shift
    ? { from: view.from, to: view.to + direction * STEP * (view.to - view.from) }
    : panSpan(view, direction * STEP);
}

/** Begins a drag of the mark or of one of its edges; with `jump` the mark comes to the pointer first. */
function useMapDrag(room: number) {
  const { limits, view, hold, settle } = useTimeAxis();
  return (event: PointerEvent<HTMLElement>, what: Hold, jump = false) => {
    if (event.button !== 0) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    const perPixel = (limits.to - limits.from) / room;
    const begin = event.clientX;
    const box = event.currentTarget.getBoundingClientRect();
    const centre = limits.from + (begin - box.left) * perPixel;
    const half = (view.to - view.from) / 2;
    const start = jump ? fitSpan({ from: centre - half, to: centre + half }, limits) : view;
    if (jump) {
      hold(start);
    }
    const target = event.currentTarget;
    target.setPointerCapture(event.pointerId);
    const move = ({ clientX }: globalThis.PointerEvent) =>
      hold(dragged(start, what, (clientX - begin) * perPixel, limits));
    const end = () => {
      target.removeEventListener('pointermove', move);
      target.removeEventListener('pointerup', end);
      target.removeEventListener('pointercancel', end);
      settle();
    };
    target.addEventListener('pointermove', move);
    target.addEventListener('pointerup', end);
    target.addEventListener('pointercancel', end);
  };
}

/** The view after a drag by some milliseconds; an edge stops short of the other. */
export function dragged(start: Span, what: Hold, by: number, limits: Span): Span {
  if (what === 'both') {
    return fitSpan(panSpan(start, by / (start.to - start.from)), limits);
  }
  const shortest = Math.min(60_000, start.to - start.from);
  return what === 'from'
    ? { from: Math.max(limits.from, Math.min(start.from + by, start.to - shortest)), to: start.to }
    : { from: start.from, to: Math.min(limits.to, Math.max(start.to + by, start.from + shortest)) };
}
