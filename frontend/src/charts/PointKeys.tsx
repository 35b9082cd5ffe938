import { type KeyboardEvent, useState } from 'react';
import { formatDateTime } from '../format/dates';
import { panSpan, type Span } from '../time/span';
import { PLOT_EDGE, PLOT_RIGHT, useTimeAxis } from './axis';
import styles from './PointKeys.module.css';
import { nearestRow, type PointColumns, type PointPlace, stepped } from './pointSteps';

/** A series whose points the keys go along. */
export interface Track {
  readonly columns: PointColumns;
  /** What the point of a row is, for those who hear it: `Alice, 72 bpm`. */
  readonly words: (row: number) => string;
  /** Where a value stands in the plot's height, 0 at the bottom to 1. */
  readonly shareOf: (value: number, view: Span) => number;
  readonly pick: (at: number) => void;
}

interface Props {
  /** What the chart shows. */
  readonly label: string;
  /** Of the plot, in CSS pixels. */
  readonly height: number;
  readonly tracks: readonly Track[];
}

/**
 * The chart by keyboard: arrows go from point to point, with shift ten at once, up and down from series to series; Enter
 * does what a click does. A slider, because then every step is said in words.
 */
export function PointKeys({ label, height, tracks }: Props) {
  const { view, cursor, clock, zoom } = useTimeAxis();
  const [place, setPlace] = useState<PointPlace>({ track: 0, at: Number.NaN });
  const [focused, setFocused] = useState(false);
  const found = tracks.filter(({ columns }) => columns.x.length > 0);
  const index = Math.min(place.track, found.length - 1);
  const track = found[index];
  if (!track) {
    return null;
  }
  const known = place.at >= view.from && place.at < view.to;
  const row = nearestRow(track.columns, known ? place.at : (view.from + view.to) / 2);
  const at = track.columns.x[row] as number;
  const show = (next: PointPlace) => {
    setPlace(next);
    cursor.set(next.at);
    if (next.at < view.from || next.at >= view.to) {
      zoom(panSpan(view, (next.at - (view.from + view.to) / 2) / (view.to - view.from)));
    }
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const next = stepped(event, { row, track: index, columns: found.map(({ columns }) => columns), view });
    if (event.key === 'Enter') {
      track.pick(at);
    } else if (event.key === 'Escape') {
      event.currentTarget.closest<HTMLElement>('section[tabindex]')?.focus();
    } else if (next) {
      show(next);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      role="slider"
      tabIndex={0}
      className={styles.keys}
      data-stack-keys=""
      aria-label={`${label}, point by point`}
      aria-valuemin={0}
      aria-valuemax={track.columns.x.length - 1}
      aria-valuenow={row}
      aria-valuetext={`${formatDateTime(clock, at, true)}, ${track.words(row)}`}
      onFocus={() => {
        setFocused(true);
        show({ track: index, at });
      }}
      onBlur={() => {
        setFocused(false);
        cursor.set(null);
      }}
      onKeyDown={onKeyDown}
    >
      {focused && <Ring track={track} row={row} height={height} />}
    </div>
  );
}

function Ring({ track: { columns, shareOf }, row, height }: { track: Track; row: number; height: number }) {
  const { view, width, gutter } = useTimeAxis();
  const middle = columns.resolution === 'raw' ? 0 : columns.width / 2;
  const along = ((columns.x[row] as number) + middle - view.from) / (view.to - view.from);
  const left = gutter + along * (width - gutter - PLOT_RIGHT);
  const share = Math.min(1, Math.max(0, shareOf(columns.y[row] as number, view)));
  const top = PLOT_EDGE + (1 - share) * (height - 2 * PLOT_EDGE);
  return left < gutter || left > width ? null : <span className={styles.ring} style={{ left, top }} />;
}
