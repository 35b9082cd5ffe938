import { type ReactNode, useId, useMemo, useState } from 'react';
import type { LocalDate } from '../time/localDate';
import { datesOf } from '../time/range';
import type { Span } from '../time/span';
import { type Tick, timeTicks } from '../time/ticks';
import type { WallClock } from '../time/zone';
import { PLOT_RIGHT, TimeAxisContext } from './axis';
import { createCursorStore } from './cursorStore';
import { createPictureStore, type PictureStore } from './pictureStore';
import { TimeAxis } from './TimeAxis';
import styles from './TimeStack.module.css';
import { useGrab } from './useGrab';
import { useHeldView } from './useHeldView';
import { usePalette } from './usePalette';
import { useStackKeys } from './useStackKeys';
import { useTouchZoom } from './useTouchZoom';
import { useWheelZoom, type WheelMode } from './useWheelZoom';
import { useWidth } from './useWidth';

interface Props {
  /** By which instants are shown. */
  readonly clock: WallClock;
  /** Tells these charts from others on the page. */
  readonly name?: string;
  /** The participant's own clock, which says where local days begin, where another is shown. */
  readonly days?: WallClock;
  readonly limits: Span;
  /** What is in view; all of the limits when missing. */
  readonly zoom: Span | undefined;
  readonly onZoom: (view: Span | undefined) => void;
  /** Opens one local day, where the page shows several. */
  readonly openDay?: ((date: LocalDate) => void) | undefined;
  /** Said beside the zone, such as that the day has 23 hours. */
  readonly note?: string | undefined;
  /** Whose clock the axis shows, before the zone: `Time`, `Alice’s time`. */
  readonly whose?: string | undefined;
  /** What the wheel does without a key; scrolls the page unless given. */
  readonly wheel?: WheelMode;
  /** Stands under the axis and stays in sight with it, such as a map of the whole history. */
  readonly foot?: ReactNode;
  readonly pictures?: PictureStore;
  readonly children: ReactNode;
}

const WIDE = 640;
const MOST_MIDNIGHTS = 16;

/** Charts below each other that share one time axis, one cursor and one zoom. */
export function TimeStack(props: Props) {
  const { clock, days = clock, limits, zoom: zoomed, onZoom, openDay, note, whose, name } = props;
  const { wheel = 'scrolls', foot, children } = props;
  const [host, width] = useWidth<HTMLElement>();
  const palette = usePalette();
  const syncKey = useId();
  const [cursor] = useState(createCursorStore);
  const [ownPictures] = useState(createPictureStore);
  const pictures = props.pictures ?? ownPictures;
  const { view, hold, settle, zoom } = useHeldView(limits, zoomed, onZoom);
  const wide = width >= WIDE;
  const gutter = wide ? 52 : 44;

  const grab = useGrab({ view, gutter, width, hold, settle });

  const clocks = useMemo(() => ({ clock, days }), [clock, days]);
  const shared = useMemo(() => ({ cursor, pictures, syncKey, palette }), [cursor, pictures, syncKey, palette]);
  const axis = useMemo(() => {
    const { clock, days } = clocks;
    const ticks = timeTicks(clock, view.from, view.to, (width - gutter - PLOT_RIGHT) / (wide ? 84 : 64), days);
    const midnights = midnightsOf(days, view, ticks);
    const moves = { view, zoom, hold, settle, grab };
    return { ...clocks, limits, ...moves, ticks, midnights, openDay, width, gutter, ...shared };
  }, [clocks, limits, view, zoom, hold, settle, grab, openDay, width, wide, gutter, shared]);

  const onKeyDown = useStackKeys(axis);
  useTouchZoom(host, axis);
  useWheelZoom(host, axis, wheel);

  return (
    <section
      ref={host}
      className={styles.stack}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the charts are moved by keys, so they take the focus as one
      tabIndex={0}
      onKeyDown={onKeyDown}
      aria-label={`${name ? `${name}: c` : 'C'}harts on one time axis. Plus and minus zoom, arrows move, zero shows all.`}
    >
      {width > 0 && (
        <TimeAxisContext value={axis}>
          {children}
          <TimeAxis note={note} whose={whose}>
            {foot}
          </TimeAxis>
        </TimeAxisContext>
      )}
    </section>
  );
}

/** Every day's start in a short view; in a longer one those that the axis names, or the lines would be a fence. */
function midnightsOf(clock: WallClock, view: Span, ticks: readonly Tick[]): number[] {
  const days = datesOf({ from: clock.dateAt(view.from), to: clock.dateAt(view.to) });
  return days.length > MOST_MIDNIGHTS
    ? ticks.filter(({ day }) => day).map(({ at }) => at)
    : days.map((date) => clock.startOf(date)).filter((at) => at >= view.from);
}
