import { useState } from 'react';
import { useWidth } from '../useWidth';
import styles from './Answer.module.css';
import { roundSteps } from './bar';
import { trendScale } from './trendScale';

export interface TrendPoint {
  /** An instant or a number. */
  readonly x: number;
  readonly y: number | null;
  readonly label: string;
  readonly text: string;
  readonly backing: string;
}

export interface TrendSeries {
  readonly name: string;
  readonly colour: string;
  readonly points: readonly TrendPoint[];
}

interface Props {
  readonly label: string;
  readonly series: readonly TrendSeries[];
  /** Whether points are joined where none is missing between them. */
  readonly joined: boolean;
  readonly height?: number;
  readonly compact?: boolean;
  readonly format: (value: number) => string;
}

/** Lines over weeks or hours; a line ends where a step is missing. The pointer's step is told for all lines. */
export function Trend({ label, series, joined, height = 280, compact = false, format }: Props) {
  const [frame, width] = useWidth<HTMLDivElement>();
  const [over, setOver] = useState<number>();
  const scale = trendScale(series, { width, height, compact });
  const { x, y, low, high, left, steps } = scale;
  const lowest = Math.min(...steps.map(({ gap }) => gap));
  const point = (clientX: number, element: Element) => {
    const at = clientX - element.getBoundingClientRect().left;
    setOver(steps.toSorted((a, b) => Math.abs(x(a.x) - at) - Math.abs(x(b.x) - at))[0]?.x);
  };
  const told = series.flatMap(({ name, points }) =>
    points.filter((candidate) => candidate.x === over && candidate.y !== null).map((found) => ({ name, ...found })),
  );
  const every = Math.max(1, Math.ceil(steps.length / Math.max(1, Math.floor((width - left) / 84))));
  return (
    <div ref={frame} className={styles.frame}>
      <svg
        width={width}
        height={height}
        role="img"
        aria-label={label}
        onPointerMove={(event) => point(event.clientX, event.currentTarget)}
        onPointerLeave={() => setOver(undefined)}
      >
        {!compact &&
          roundSteps(low, high, 4).map((value) => (
            <g key={value}>
              <line className={styles.grid} x1={left} x2={width} y1={y(value)} y2={y(value)} />
              <text className={styles.tick} x={left - 8} y={y(value)} dy="0.32em" textAnchor="end">
                {format(value)}
              </text>
            </g>
          ))}
        {!compact &&
          steps
            .filter((_, index) => index % every === 0)
            .map((step) => (
              <text key={step.x} className={styles.tick} x={x(step.x)} y={height - 6} textAnchor="middle">
                {step.label}
              </text>
            ))}
        {over !== undefined && <line className={styles.cursor} x1={x(over)} x2={x(over)} y1={0} y2={height - 22} />}
        {series.map(({ name, colour, points }) => (
          <g key={name} fill={colour} stroke={colour}>
            {joined && <path d={scale.path(points, lowest)} fill="none" strokeWidth={1.75} strokeLinejoin="round" />}
            {points.map(({ x: at, y: value }) =>
              value === null ? null : (
                <circle key={at} cx={x(at)} cy={y(value)} r={at === over ? 4 : compact ? 1 : 2} />
              ),
            )}
          </g>
        ))}
      </svg>
      {!compact && (
        <p className={styles.readout}>
          {told.length === 0
            ? '\u00a0'
            : `${told[0]?.label}: ${told.map((one) => `${series.length > 1 ? `${one.name} ` : ''}${one.text}${one.backing && ` (${one.backing})`}`).join(' · ')}`}
        </p>
      )}
    </div>
  );
}
