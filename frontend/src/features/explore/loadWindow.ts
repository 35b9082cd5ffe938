import { useEffect, useRef, useState } from 'react';
import type { Span } from '../../time/span';

const MINUTE = 60_000;
/** While the view moves, no more often than this is something new asked for. */
const EVERY = 240;

/**
 * What to ask the service for while a view is shown: more than the view on both sides, on a grid of half its length, so
 * that moving a little, or coming back, asks for what is there already.
 */
export function windowOf(view: Span, limits: Span): Span {
  const length = MINUTE * 2 ** Math.max(0, Math.ceil(Math.log2((view.to - view.from) / MINUTE)));
  const grid = Math.max(length / 2, MINUTE);
  const from = Math.floor((view.from - length / 4) / grid) * grid;
  const to = Math.ceil((view.to + length / 4) / grid) * grid;
  return { from: Math.max(limits.from, from), to: Math.max(Math.min(limits.to, to), limits.from + MINUTE) };
}

/** The window to ask for now; it follows a moving view in steps. */
export function useLoadWindow(view: Span, limits: Span): Span {
  const { from, to } = windowOf(view, limits);
  const [loaded, setLoaded] = useState<Span>({ from, to });
  const last = useRef(0);
  useEffect(() => {
    const wait = Math.max(0, EVERY - (performance.now() - last.current));
    const timer = setTimeout(() => {
      last.current = performance.now();
      setLoaded((before) => (before.from === from && before.to === to ? before : { from, to }));
    }, wait);
    return () => clearTimeout(timer);
  }, [from, to]);
  return loaded;
}
