import { type RefObject, useEffect, useRef } from 'react';
import type { Span } from '../time/span';
import { PLOT_RIGHT, type TimeAxisState } from './axis';

/** What the fingers hold: at the instants `held`, in the view as it was when they came down. */
interface Grip {
  readonly held: readonly number[];
  readonly start: Span;
  /** Where a lone finger came down; it moves the view once it clearly goes sideways. */
  readonly at?: { readonly x: number; readonly y: number };
}

type Reach = Pick<TimeAxisState, 'view' | 'gutter' | 'width' | 'hold' | 'settle'>;

const LEAST_APART = 24;
const SIDEWAYS_FROM = 8;

/**
 * Fingers on a stack of charts: two zoom and move it, one moves it sideways; the instants under them stay under them. Up
 * and down one finger scrolls the page.
 */
export function useTouchZoom(host: RefObject<HTMLElement | null>, axis: Reach): void {
  const state = useRef(axis);
  state.current = axis;
  useEffect(() => {
    const element = host.current;
    if (!element) {
      return;
    }
    let grip: Grip | undefined;
    let moved = false;
    const begin = (event: TouchEvent) => {
      grip = event.touches.length <= 2 ? gripOf(event, element, state.current) : undefined;
    };
    const move = (event: TouchEvent) => {
      if (!grip || grip.held.length !== event.touches.length || !(moved || !grip.at || sideways(event, grip.at))) {
        return;
      }
      if (event.cancelable) {
        event.preventDefault();
      }
      moved = true;
      state.current.hold(viewUnder(positions(event, element, state.current), grip));
    };
    const end = (event: TouchEvent) => {
      grip = event.touches.length > 0 && moved ? gripOf(event, element, state.current) : undefined;
      if (moved && event.touches.length === 0) {
        state.current.settle();
        moved = false;
      }
    };
    element.addEventListener('touchstart', begin, { passive: true });
    // Not passive, because the browser's own zoom of the page has to be held back.
    element.addEventListener('touchmove', move, { passive: false });
    element.addEventListener('touchend', end);
    element.addEventListener('touchcancel', end);
    return () => {
      element.removeEventListener('touchstart', begin);
      element.removeEventListener('touchmove', move);
      element.removeEventListener('touchend', end);
      element.removeEventListener('touchcancel', end);
    };
  }, [host]);
}

function gripOf(event: TouchEvent, element: HTMLElement, axis: Reach): Grip | undefined {
  const target = event.target instanceof Element ? event.target : null;
  const [finger] = event.touches;
  if (!finger || (event.touches.length === 1 && !target?.closest('.u-over'))) {
    return undefined;
  }
  const { from, to } = axis.view;
  const held = positions(event, element, axis).map((share) => from + share * (to - from));
  return { held, start: axis.view, ...(held.length === 1 && { at: { x: finger.clientX, y: finger.clientY } }) };
}

function sideways({ touches: [finger] }: TouchEvent, at: { x: number; y: number }): boolean {
  const [x, y] = finger ? [Math.abs(finger.clientX - at.x), Math.abs(finger.clientY - at.y)] : [0, 0];
  return x > SIDEWAYS_FROM && x > y;
}

/** The fingers as shares of the plots' width, left to right. */
function positions({ touches }: TouchEvent, element: HTMLElement, { gutter, width }: Reach): number[] {
  const left = element.getBoundingClientRect().left + gutter;
  const room = width - gutter - PLOT_RIGHT;
  const [a = 0, b] = Array.from(touches, ({ clientX }) => clientX - left).toSorted((one, other) => one - other);
  return b === undefined ? [a / room] : [a / room, Math.max(b, a + LEAST_APART) / room];
}

/** The view in which the instants that were held are at the given shares of its width. */
export function viewUnder([left = 0, right]: readonly number[], { held: [a = 0, b], start }: Grip): Span {
  const length =
    right !== undefined && b !== undefined && right > left && b > a ? (b - a) / (right - left) : start.to - start.from;
  const from = a - left * length;
  return { from, to: from + length };
}
