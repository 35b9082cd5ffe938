import { type RefObject, useEffect, useRef } from 'react';
import { fitSpan, type Span } from '../time/span';
import { PLOT_RIGHT, type TimeAxisState } from './axis';

/** What the fingers hold: at the instants `held`, in the view as it was when they came down. */
interface Grip {
  readonly held: readonly number[];
  readonly start: Span;
}

type Reach = Pick<TimeAxisState, 'view' | 'limits' | 'gutter' | 'width' | 'zoom'>;

const LEAST_APART = 24;

/**
 * Two fingers on a stack of charts zoom and move it: the instants under them stay under them. The view follows the
 * fingers without an address for each step; when they leave, it becomes the zoom. One finger scrolls the page.
 */
export function useTouchZoom(host: RefObject<HTMLElement | null>, axis: Reach, show: (view: Span | null) => void) {
  const state = useRef({ axis, show });
  state.current = { axis, show };
  useEffect(() => {
    const element = host.current;
    if (!element) {
      return;
    }
    let grip: Grip | undefined;
    let shown: Span | undefined;
    const begin = (event: TouchEvent) => {
      const { view } = state.current.axis;
      grip = event.touches.length === 2 ? { held: instants(event, element, state.current.axis), start: view } : grip;
    };
    const move = (event: TouchEvent) => {
      if (grip && event.touches.length === 2) {
        event.preventDefault();
        shown = fitSpan(viewUnder(positions(event, element, state.current.axis), grip), state.current.axis.limits);
        state.current.show(shown);
      }
    };
    const end = (event: TouchEvent) => {
      if (grip && event.touches.length < 2) {
        state.current.show(null);
        if (shown) {
          state.current.axis.zoom(shown);
        }
        [grip, shown] = [undefined, undefined];
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

/** Both fingers as shares of the plots' width, left to right. */
function positions({ touches }: TouchEvent, element: HTMLElement, { gutter, width }: Reach): number[] {
  const left = element.getBoundingClientRect().left + gutter;
  const room = width - gutter - PLOT_RIGHT;
  const [a = 0, b = 0] = Array.from(touches, ({ clientX }) => clientX - left).toSorted((one, other) => one - other);
  return [a / room, Math.max(b, a + LEAST_APART) / room];
}

function instants(event: TouchEvent, element: HTMLElement, axis: Reach): number[] {
  const { from, to } = axis.view;
  return positions(event, element, axis).map((share) => from + share * (to - from));
}

/** The view in which the instants that were held are at the given shares of its width. */
export function viewUnder([left = 0, right = 1]: readonly number[], { held: [a = 0, b = 0], start }: Grip): Span {
  const length = right > left && b > a ? (b - a) / (right - left) : start.to - start.from;
  const from = a - left * length;
  return { from, to: from + length };
}
