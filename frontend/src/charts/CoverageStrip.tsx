import { type PointerEvent, useLayoutEffect, useRef, useState } from 'react';
import type { Stretch } from '../api/columns';
import { type Lack, lackAt } from '../api/lacks';
import { REASON_WORDS } from '../api/reasons';
import { PLOT_RIGHT, useTimeAxis } from './axis';
import styles from './CoverageStrip.module.css';
import { coverageWords, stretchWords } from './coverageWords';
import { paintStrip } from './paintStrip';

interface Props {
  /** Where there are data, rising and apart. */
  readonly present: readonly Stretch[];
  /** A colour that a canvas understands. */
  readonly colour: string;
  /** Why data are missing, where that is known. */
  readonly lacks: readonly Lack[];
  /** Begins the words on hover, such as whose data these are. */
  readonly name?: string | undefined;
  /** Added to the words for any other hole, such as that the metric is measured only asleep. */
  readonly reason?: string | undefined;
}

const HEIGHT = 6;

/**
 * The thin strip under a chart: filled where there are data, hollow where the watch was off, hatched where nothing came,
 * red where it failed; words on hover. A canvas, because it is painted anew with every step of a zoom.
 */
export function CoverageStrip({ present, colour, lacks, name, reason }: Props) {
  const { view, width, gutter, clock, cursor, palette } = useTimeAxis();
  const [hover, setHover] = useState<{ left: number; words: string } | null>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const room = width - gutter - PLOT_RIGHT;
  useLayoutEffect(() => {
    if (canvas.current) {
      paintStrip(canvas.current, { present, lacks, colour, palette, view, width: room, height: HEIGHT });
    }
  }, [present, lacks, colour, palette, view, room]);

  const onMove = (event: PointerEvent<HTMLElement>) => {
    const left = event.clientX - event.currentTarget.getBoundingClientRect().left;
    const instant = view.from + (left / room) * (view.to - view.from);
    cursor.set(instant);
    const lack = lackAt(lacks, instant);
    const words = lack
      ? stretchWords(REASON_WORDS[lack.reason], lack, view, clock)
      : coverageWords(present, instant, view, clock, reason);
    setHover({ left: Math.min(Math.max(left, 90), room - 90), words: name ? `${name}: ${words}` : words });
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
      <canvas
        ref={canvas}
        className={styles.bar}
        style={{ width: room, height: HEIGHT }}
        role="img"
        aria-label={`${name ? `${name}: ` : ''}coverage, data in ${present.length} stretches of the time loaded`}
      />
      {hover && (
        <span className={styles.hint} style={{ left: hover.left }}>
          {hover.words}
        </span>
      )}
    </div>
  );
}
