import { type PointerEvent, useMemo, useState } from 'react';
import type { Lack, Stretch } from '../api/columns';
import { PLOT_RIGHT, useTimeAxis } from './axis';
import styles from './CoverageStrip.module.css';
import { coverageWords, lackWords } from './coverageWords';

interface Props {
  /** Where there are data, rising and apart. */
  readonly present: readonly Stretch[];
  readonly hue: string;
  /** Why data are missing, where that is known. */
  readonly lacks: readonly Lack[];
  /** Added to the words for any other hole, such as that the metric is measured only asleep. */
  readonly reason?: string | undefined;
}

const HEIGHT = 5;

/** The thin strip under a chart: filled where there are data, hollow where there are none; words on hover. */
export function CoverageStrip({ present, hue, lacks, reason }: Props) {
  const { view, width, gutter, clock, cursor } = useTimeAxis();
  const [hover, setHover] = useState<{ left: number; words: string } | null>(null);
  const room = width - gutter - PLOT_RIGHT;
  const path = useMemo(() => {
    const x = (instant: number) => ((instant - view.from) / (view.to - view.from)) * room;
    return present
      .filter((stretch) => stretch.to > view.from && stretch.from < view.to)
      .map((stretch) => {
        const left = Math.max(0, x(stretch.from));
        return `M${left.toFixed(1)} 0h${Math.max(0.6, Math.min(room, x(stretch.to)) - left).toFixed(1)}v${HEIGHT}H${left.toFixed(1)}z`;
      })
      .join('');
  }, [present, view, room]);

  const onMove = (event: PointerEvent<HTMLElement>) => {
    const left = event.clientX - event.currentTarget.getBoundingClientRect().left;
    const instant = view.from + (left / room) * (view.to - view.from);
    cursor.set(instant);
    setHover({
      left: Math.min(Math.max(left, 90), room - 90),
      words: coverageWords(present, instant, view, clock, lackWords(lacks, instant) ?? reason),
    });
  };
  const onLeave = () => {
    cursor.set(null);
    setHover(null);
  };

  return (
    <div
      className={styles.strip}
      style={{ marginLeft: gutter, marginRight: PLOT_RIGHT }}
      onPointerMove={onMove}
      onPointerLeave={onLeave}
    >
      <svg
        width={room}
        height={HEIGHT}
        className={styles.bar}
        role="img"
        aria-label={`Data in ${present.length} stretches of the time in view`}
      >
        <title>Coverage</title>
        <path d={path} fill={hue} />
      </svg>
      {hover && (
        <span className={styles.hint} style={{ left: hover.left }}>
          {hover.words}
        </span>
      )}
    </div>
  );
}
