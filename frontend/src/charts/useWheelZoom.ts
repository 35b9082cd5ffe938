import { type RefObject, useEffect, useRef } from 'react';
import { panSpan, scaleSpan } from '../time/span';
import { PLOT_RIGHT, type TimeAxisState } from './axis';

type Reach = Pick<TimeAxisState, 'view' | 'gutter' | 'width' | 'hold'>;

/** What the wheel does alone: zoom where the charts are the page, scroll where they are a part of it. */
export type WheelMode = 'zooms' | 'scrolls';

const PIXELS_PER_LINE = 16;
const PER_PIXEL = 0.0016;
/** A trackpad's pinch comes as small steps with the control key. */
const PER_PIXEL_OF_PINCH = 0.01;
const LARGEST_STEP = 0.5;

/**
 * The wheel over a stack of charts zooms around the pointer; sideways, or with shift, it moves. With the control key, as
 * a trackpad's pinch comes, it always zooms. Steps within a frame are taken together.
 */
export function useWheelZoom(host: RefObject<HTMLElement | null>, axis: Reach, mode: WheelMode): void {
  const state = useRef({ axis, mode });
  state.current = { axis, mode };
  useEffect(() => {
    const element = host.current;
    if (!element) {
      return;
    }
    let [zoom, move, frame, at] = [0, 0, 0, 0];
    const apply = () => {
      const { gutter, width, hold } = state.current.axis;
      const room = width - gutter - PLOT_RIGHT;
      const left = element.getBoundingClientRect().left + gutter;
      let { view } = state.current.axis;
      if (zoom !== 0) {
        const share = Math.min(1, Math.max(0, (at - left) / room));
        const factor = Math.exp(Math.min(LARGEST_STEP, Math.max(-LARGEST_STEP, zoom)));
        view = scaleSpan(view, factor, view.from + share * (view.to - view.from));
      }
      hold(move === 0 ? view : panSpan(view, move / room));
      [zoom, move, frame] = [0, 0, 0];
    };
    const onWheel = (event: WheelEvent) => {
      const scale = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? PIXELS_PER_LINE : 1;
      const sideways = event.shiftKey ? event.deltaX || event.deltaY : event.deltaX;
      const pinch = event.ctrlKey || event.metaKey;
      const moves = !pinch && (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY));
      const overPlot = event.target instanceof Element && event.target.closest('.u-over, [data-wheel]') !== null;
      if (!overPlot || !(moves || pinch || state.current.mode === 'zooms')) {
        return;
      }
      event.preventDefault();
      at = event.clientX;
      if (moves) {
        move += sideways * scale;
      } else {
        zoom += event.deltaY * scale * (event.ctrlKey ? PER_PIXEL_OF_PINCH : PER_PIXEL);
      }
      frame ||= requestAnimationFrame(apply);
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => {
      element.removeEventListener('wheel', onWheel);
      cancelAnimationFrame(frame);
    };
  }, [host]);
}
