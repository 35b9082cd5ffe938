import type { ReactNode } from 'react';
import { formatDateTime, formatTime } from '../format/dates';
import { zoneWords } from '../format/zones';
import type { Tick } from '../time/ticks';
import { PLOT_RIGHT, useCursorInstant, useTimeAxis } from './axis';
import styles from './TimeAxis.module.css';

const LABEL_ROOM = 34;

interface Props {
  readonly note?: string | undefined;
  /** Whose clock it is, before the zone. */
  readonly whose?: string | undefined;
  readonly children?: ReactNode;
}

/**
 * The one time axis of a stack, in the zone of its clock, which it names. It stays in sight while charts scroll, and can be
 * dragged.
 */
export function TimeAxis({ note, whose = 'Time', children }: Props) {
  const { ticks, width, view, clock, days, grab } = useTimeAxis();
  const place = usePlace();
  return (
    <div className={styles.axis}>
      <div
        className={styles.ticks}
        data-wheel=""
        onPointerDown={(event) => {
          if (event.pointerType === 'mouse' && event.button === 0 && !(event.target instanceof HTMLButtonElement)) {
            event.preventDefault();
            grab(event.clientX);
          }
        }}
      >
        {ticks.map((tick) => {
          const left = place(tick.at);
          return left > width - LABEL_ROOM ? null : <Mark key={tick.at} tick={tick} left={left} />;
        })}
        <Flag />
      </div>
      <p className={styles.zone}>
        <span>
          {whose} in {zoneWords(clock, view)}
          {days !== clock && `; days are those of ${days.zoneAt(view.to - 1)}`}
        </span>
        {note && <span className={styles.note}>{note}</span>}
      </p>
      {children}
    </div>
  );
}

function Mark({ tick, left }: { readonly tick: Tick; readonly left: number }) {
  const { openDay, days } = useTimeAxis();
  if (tick.day && openDay) {
    return (
      <button type="button" className={styles.open} style={{ left }} onClick={() => openDay(days.dateAt(tick.at))}>
        {tick.label}
      </button>
    );
  }
  return (
    <span className={tick.day ? styles.day : styles.tick} style={{ left }} aria-hidden="true">
      {tick.label}
    </span>
  );
}

function usePlace(): (instant: number) => number {
  const { view, width, gutter } = useTimeAxis();
  return (instant) => gutter + ((instant - view.from) / (view.to - view.from)) * (width - gutter - PLOT_RIGHT);
}

function Flag() {
  const instant = useCursorInstant();
  const { clock, view, width } = useTimeAxis();
  const place = usePlace();
  if (instant === null || instant < view.from || instant > view.to) {
    return null;
  }
  const seconds = view.to - view.from < 6 * 3_600_000;
  const oneDay = view.to - view.from <= 25 * 3_600_000;
  return (
    <span className={styles.flag} style={{ left: Math.min(Math.max(place(instant), 40), width - 48) }}>
      {oneDay ? formatTime(clock, instant, seconds) : formatDateTime(clock, instant, seconds)}
    </span>
  );
}
