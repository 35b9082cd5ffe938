import { useCallback, useEffect, useRef } from 'react';
import { PLOT_RIGHT, type TimeAxisState } from './axis';

type Reach = Pick<TimeAxisState, 'view' | 'gutter' | 'width' | 'hold' | 'settle'>;

/** Moves the view with a pointer that is down, until it comes up anywhere on the page. */
export function useGrab(axis: Reach): (clientX: number) => void {
  const state = useRef(axis);
  state.current = axis;
  const release = useRef<(() => void) | undefined>(undefined);
  useEffect(() => () => release.current?.(), []);
  return useCallback((clientX: number) => {
    const { view, gutter, width } = state.current;
    const perPixel = (view.to - view.from) / (width - gutter - PLOT_RIGHT);
    const move = (event: PointerEvent) => {
      const by = (clientX - event.clientX) * perPixel;
      state.current.hold({ from: view.from + by, to: view.to + by });
    };
    const end = () => {
      release.current?.();
      state.current.settle();
    };
    release.current = () => {
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', end);
      window.removeEventListener('pointercancel', end);
      release.current = undefined;
    };
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', end);
    window.addEventListener('pointercancel', end);
  }, []);
}
