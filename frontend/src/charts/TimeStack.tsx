import { type ReactNode, useId, useMemo, useState } from 'react';
import type { LocalDate } from '../time/localDate';
import { datesOf } from '../time/range';
import { fitSpan, type Span, sameSpan } from '../time/span';
import { type Tick, timeTicks } from '../time/ticks';
import type { WallClock } from '../time/zone';
import { PLOT_RIGHT, TimeAxisContext } from './axis';
import { createCursorStore } from './cursorStore';
import { TimeAxis } from './TimeAxis';
import styles from './TimeStack.module.css';
import { usePalette } from './usePalette';
import { useStackKeys } from './useStackKeys';
import { useTouchZoom } from './useTouchZoom';
import { useWidth } from './useWidth';

interface Props {
  readonly clock: WallClock;
  readonly limits: Span;
  /** What is in view; all of the limits when missing. */
  readonly zoom: Span | undefined;
  readonly onZoom: (view: Span | undefined) => void;
  /** Opens one local day, where the page shows several. */
  readonly openDay?: ((date: LocalDate) => void) | undefined;
  /** Said beside the zone, such as that the day has 23 hours. */
  readonly note?: string | undefined;
  readonly children: ReactNode;
}

const WIDE = 640;
const MOST_MIDNIGHTS = 16;

/** Charts below each other that share one time axis, one cursor and one zoom. */
export function TimeStack({ clock, limits, zoom, onZoom, openDay, note, children }: Props) {
  const [host, width] = useWidth<HTMLElement>();
  const palette = usePalette();
  const syncKey = useId();
  const [cursor] = useState(createCursorStore);
  const [held, setHeld] = useState<Span | null>(null);
  const wide = width >= WIDE;
  const gutter = wide ? 52 : 44;

  const axis = useMemo(() => {
    const view = held ?? (zoom ? fitSpan(zoom, limits) : limits);
    const ticks = timeTicks(clock, view.from, view.to, (width - gutter - PLOT_RIGHT) / (wide ? 84 : 64));
    return {
      clock,
      limits,
      view,
      zoom: (wanted: Span | null) => {
        const fitted = wanted ? fitSpan(wanted, limits) : limits;
        onZoom(sameSpan(fitted, limits) ? undefined : fitted);
      },
      ticks,
      midnights: midnightsOf(clock, view, ticks),
      openDay,
      width,
      gutter,
      cursor,
      syncKey,
      palette,
    };
  }, [clock, limits, held, zoom, onZoom, openDay, width, wide, gutter, cursor, syncKey, palette]);

  const onKeyDown = useStackKeys(axis);
  useTouchZoom(host, axis, setHeld);

  return (
    <section
      ref={host}
      className={styles.stack}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the charts are moved by keys, so they take the focus as one
      tabIndex={0}
      onKeyDown={onKeyDown}
      aria-label="Charts on one time axis. Plus and minus zoom, arrows move, zero shows all."
    >
      {width > 0 && (
        <TimeAxisContext value={axis}>
          {children}
          <TimeAxis note={note} />
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
