import { useState } from 'react';
import { useWidth } from '../useWidth';
import styles from './Answer.module.css';
import { type Bar, extent, reachOf, wordsOf } from './bar';
import { ValueGrid } from './ValueGrid';

const GUTTER = 44;
const FOOT = 22;
/** Room for the figure over the highest bar. */
const TOP = 22;

interface Props {
  readonly label: string;
  /** What rises, with its unit, and what the bars stand on. */
  readonly rises: string;
  readonly across: string;
  /** In order; one without a value where the scale has a step and the answer none. */
  readonly bars: readonly Bar[];
  readonly height?: number;
  readonly compact?: boolean;
  readonly format: (value: number) => string;
}

/** Bars that stand, for what lies on a scale of numbers: a histogram. The pointer's bar is told in words. */
export function ColumnChart({ label, rises, across, bars, height = 260, compact = false, format }: Props) {
  const [frame, width] = useWidth<HTMLDivElement>();
  const [over, setOver] = useState<Bar>();
  const [left, foot, top] = compact ? [0, 16, 2] : [GUTTER, FOOT, TOP];
  const { low, high } = extent(reachOf(bars));
  const y = (value: number) => top + ((high - value) / (high - low)) * (height - top - foot);
  const step = Math.max(0, width - left) / Math.max(1, bars.length);
  const thick = Math.max(1, Math.min(step - 3, 72));
  return (
    <div ref={frame} className={styles.frame}>
      {!compact && <p className={styles.axis}>{rises}</p>}
      <svg width={width} height={height} role="img" aria-label={label}>
        {!compact && <ValueGrid {...{ low, high, left, y, format }} right={width} />}
        {bars.map((bar, index) => {
          const x = left + index * step + (step - thick) / 2;
          const value = bar.value ?? 0;
          return (
            <g key={bar.key} onPointerEnter={() => setOver(bar)} onPointerLeave={() => setOver(undefined)}>
              <rect x={x - (step - thick) / 2} y={0} width={step} height={height} fill="transparent" />
              <rect
                x={x}
                y={Math.min(y(0), y(value))}
                width={thick}
                height={Math.abs(y(value) - y(0))}
                rx={2}
                fill={bar.colour}
                opacity={(over && over !== bar ? 0.5 : 1) * (bar.short ? 0.35 : 1)}
              />
              {bar.ends && !compact && (
                <line
                  className={styles.whisker}
                  x1={x + thick / 2}
                  x2={x + thick / 2}
                  y1={y(bar.ends[0])}
                  y2={y(bar.ends[1])}
                />
              )}
              {!compact && step > 64 && bar.value !== null && (
                <text
                  className={styles.told}
                  x={x + thick / 2}
                  y={y(Math.max(0, value, ...(bar.ends ?? []))) - 5}
                  textAnchor="middle"
                >
                  {format(value)}
                </text>
              )}
              {step > 26 && (
                <text className={styles.tick} x={x + thick / 2} y={height - (compact ? 3 : 6)} textAnchor="middle">
                  {bar.label}
                </text>
              )}
            </g>
          );
        })}
        <line className={styles.base} x1={left} x2={width} y1={y(0)} y2={y(0)} />
      </svg>
      {!compact && <p className={styles.across}>{across}</p>}
      {!compact && <p className={styles.readout}>{over ? `${over.label}: ${wordsOf(over)}` : '\u00a0'}</p>}
    </div>
  );
}
