import { useState } from 'react';
import styles from './Answer.module.css';
import { type Bar, extent, reachOf, wordsOf } from './bar';

const SHORT = 20;

interface Props {
  readonly label: string;
  readonly bars: readonly Bar[];
  /** Only the first few, without what stands behind them. */
  readonly compact?: boolean;
}

/** Bars that lie, in the order of the answer, each with its figure; to both sides where some are below zero. */
export function RankedBars({ label, bars, compact = false }: Props) {
  const [all, setAll] = useState(false);
  const shown = compact ? bars.slice(0, 4) : all ? bars : bars.slice(0, SHORT);
  const { low, high } = extent(reachOf(bars.filter(({ short }) => !short)));
  const at = (value: number) => ((value - low) / (high - low)) * 100;
  const zero = at(0);
  return (
    <>
      <ul className={styles.bars} aria-label={label} data-compact={compact}>
        {shown.map(({ key, label: name, group, value, ends, short, text, backing, colour }) => (
          <li
            key={key}
            className={styles.bar}
            data-short={!!short}
            title={`${name}: ${wordsOf({ text, short, backing })}`}
          >
            <span className={styles.name}>
              {name}
              {group && <span className={styles.group}>{group}</span>}
            </span>
            <span className={styles.track} aria-hidden="true">
              {value !== null && !short && (
                <span
                  className={styles.fill}
                  style={{
                    left: `${Math.min(zero, at(value))}%`,
                    width: `${Math.abs(at(value) - zero)}%`,
                    background: colour,
                  }}
                />
              )}
              {ends && (
                <span
                  className={styles.ends}
                  style={{ left: `${at(ends[0])}%`, width: `${at(ends[1]) - at(ends[0])}%` }}
                />
              )}
              {low < 0 && <span className={styles.zero} style={{ left: `${zero}%` }} />}
            </span>
            <span className={styles.figure}>{short ?? text}</span>
            {!compact && <span className={styles.backing}>{backing}</span>}
          </li>
        ))}
      </ul>
      {!compact && bars.length > SHORT && (
        <button type="button" className={`button ${styles.more}`} onClick={() => setAll(!all)}>
          {all ? 'Show fewer' : `Show all ${bars.length}`}
        </button>
      )}
    </>
  );
}
