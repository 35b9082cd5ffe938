import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { fitSpan, type Span, sameSpan } from '../time/span';

/** After the last step of a wheel, the address follows. */
const REST = 220;

interface Held {
  /** What is in view: what is held, else the zoom, else all. */
  readonly view: Span;
  readonly hold: (view: Span) => void;
  readonly settle: () => void;
  /** Makes a view the zoom at once; null for all of it. */
  readonly zoom: (view: Span | null) => void;
}

/**
 * The view that follows the hand at every frame, without an address for each step. When the hand rests it becomes the
 * zoom; it stays held until the address has it, so that nothing jumps back in between.
 */
export function useHeldView(limits: Span, zoomed: Span | undefined, onZoom: (view: Span | undefined) => void): Held {
  const [held, setHeld] = useState<Span | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const state = useRef({ held, limits, onZoom });
  state.current = { held: state.current.held, limits, onZoom };

  const show = useCallback((view: Span | null) => {
    state.current.held = view;
    setHeld(view);
  }, []);

  const settle = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    const { held: wanted, limits: outer, onZoom: commit } = state.current;
    if (wanted) {
      commit(sameSpan(wanted, outer) ? undefined : wanted);
    }
  }, []);

  const hold = useCallback(
    (view: Span) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(settle, REST);
      show(fitSpan(view, state.current.limits));
    },
    [settle, show],
  );

  const zoom = useCallback(
    (view: Span | null) => {
      show(view ? fitSpan(view, state.current.limits) : state.current.limits);
      settle();
    },
    [settle, show],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new address ends what was held, unless the hand still moves
  useEffect(() => {
    if (timer.current === undefined) {
      show(null);
    }
  }, [zoomed, limits, show]);
  useEffect(() => () => clearTimeout(timer.current), []);

  return useMemo(
    () => ({ view: held ?? (zoomed ? fitSpan(zoomed, limits) : limits), hold, settle, zoom }),
    [held, zoomed, limits, hold, settle, zoom],
  );
}
