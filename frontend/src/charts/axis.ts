import { createContext, useContext, useSyncExternalStore } from 'react';
import type { LocalDate } from '../time/localDate';
import type { Span } from '../time/span';
import type { Tick } from '../time/ticks';
import type { WallClock } from '../time/zone';
import type { CursorStore } from './cursorStore';
import type { Palette } from './palette';
import type { PictureStore } from './pictureStore';

/** Space right of every plot, in CSS pixels. */
export const PLOT_RIGHT = 2;

/** Space above and below what a plot paints, in CSS pixels. */
export const PLOT_EDGE = 6;

/** What all charts of a stack share: one time axis, one cursor, one zoom. */
export interface TimeAxisState {
  /** By which instants are shown. */
  readonly clock: WallClock;
  /** The participant's own clock, which says where local days begin. */
  readonly days: WallClock;
  /** The whole range of the page; zooming stays within. */
  readonly limits: Span;
  /** What is in view. */
  readonly view: Span;
  /** Asks for another view; null for all of it. */
  readonly zoom: (view: Span | null) => void;
  /** Shows another view for the moment, as fingers, wheel or pointer move; it becomes the zoom when they rest. */
  readonly hold: (view: Span) => void;
  /** Makes what is held the zoom now. */
  readonly settle: () => void;
  /** Begins to move the view with the pointer that went down at a place of the page. */
  readonly grab: (clientX: number) => void;
  readonly ticks: readonly Tick[];
  /** Where the participant's days begin; in a long view only those that the axis names. */
  readonly midnights: readonly number[];
  /** Opens one local day, where the page shows several. */
  readonly openDay?: ((date: LocalDate) => void) | undefined;
  /** Width of the stack and of the room left of every plot for its figures, in CSS pixels. */
  readonly width: number;
  readonly gutter: number;
  readonly cursor: CursorStore;
  /** What the charts show, for pictures of them. */
  readonly pictures: PictureStore;
  /** Names the group of charts whose cursors move together. */
  readonly syncKey: string;
  readonly palette: Palette;
}

export const TimeAxisContext = createContext<TimeAxisState | null>(null);

export function useTimeAxis(): TimeAxisState {
  const axis = useContext(TimeAxisContext);
  if (!axis) {
    throw new Error('A chart stands outside a TimeStack.');
  }
  return axis;
}

/** The instant under the cursor, or null. */
export function useCursorInstant(): number | null {
  const { cursor } = useTimeAxis();
  return useSyncExternalStore(cursor.subscribe, cursor.get);
}
