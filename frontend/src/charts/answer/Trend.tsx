import { type PointerEvent, useState } from 'react';
import { useWidth } from '../useWidth';
import styles from './Answer.module.css';
import { wordsOf } from './bar';
import { type SpreadStep, spreadOf } from './spread';
import { TrendLines } from './TrendLines';
import { TrendSpread } from './TrendSpread';
import { trendScale } from './trendScale';
import { ValueGrid } from './ValueGrid';

/** About half of `19 Jan 2026`, which must not be cut off at the edge. */
const HALF_LABEL = 34;

export interface TrendPoint {
  /** An instant or a number. */
  readonly x: number;
  readonly y: number | null;
  /** Ends of the interval of the value. */
  readonly ends?: readonly [number, number] | undefined;
  /** What it lacks to be compared with the others. */
  readonly short?: string | undefined;
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
  /** What rises, with its unit. */
  readonly rises: string;
  readonly series: readonly TrendSeries[];
  /** Whether points are joined where none is missing between them. */
  readonly joined: boolean;
  /** More lines than can be told apart: what most of them do is drawn in this colour instead. */
  readonly spread?: string | undefined;
  readonly height?: number;
  readonly compact?: boolean;
  readonly format: (value: number) => string;
}

/** Lines over weeks or hours; a line ends where a step is missing. The pointer's step is told for all lines. */
export function Trend({ label, rises, series, joined, spread, height = 280, compact = false, format }: Props) {
  const [frame, width] = useWidth<HTMLDivElement>();
  const [over, setOver] = useState<number>();
  const band = spread ? spreadOf(series) : [];
  const scale = trendScale(spread ? edgesOf(band) : series, { width, height, compact });
  const { x, y, low, high, left, steps } = scale;
  const point = (event: PointerEvent) => {
    const at = event.clientX - event.currentTarget.getBoundingClientRect().left;
    setOver(steps.toSorted((a, b) => Math.abs(x(a.x) - at) - Math.abs(x(b.x) - at))[0]?.x);
  };
  const every = Math.max(1, Math.ceil(steps.length / Math.max(1, Math.floor((width - left) / 84))));
  const told = spread ? toldOfSpread(band, over, format) : toldOfLines(series, over);
  return (
    <div ref={frame} className={styles.frame}>
      {!compact && <p className={styles.axis}>{rises}</p>}
      <svg
        width={width}
        height={height}
        role="img"
        aria-label={label}
        onPointerMove={point}
        onPointerLeave={() => setOver(undefined)}
      >
        {!compact && <ValueGrid {...{ low, high, left, y, format }} right={width} />}
        {!compact &&
          steps
            .filter((_, index) => index % every === 0)
            .map((step) => (
              <text
                key={step.x}
                className={styles.tick}
                x={Math.min(x(step.x), width - HALF_LABEL)}
                y={height - 6}
                textAnchor="middle"
              >
                {step.label}
              </text>
            ))}
        {over !== undefined && <line className={styles.cursor} x1={x(over)} x2={x(over)} y1={0} y2={height - 22} />}
        {spread ? (
          <TrendSpread steps={band} scale={scale} colour={spread} over={over} />
        ) : (
          <TrendLines {...{ series, scale, joined, compact, over }} />
        )}
      </svg>
      {!compact && <p className={styles.readout}>{told || '\u00a0'}</p>}
    </div>
  );
}

/** The band's two edges as lines, so that one scale serves both ways to draw. */
function edgesOf(band: readonly SpreadStep[]): TrendSeries[] {
  return (['low', 'high'] as const).map((edge) => ({
    name: edge,
    colour: '',
    points: band.map((step) => ({ x: step.x, y: step[edge], label: step.label, text: '', backing: '' })),
  }));
}

function toldOfSpread(
  band: readonly SpreadStep[],
  over: number | undefined,
  format: (value: number) => string,
): string {
  const step = band.find(({ x }) => x === over);
  return step
    ? `${step.label}: half of ${step.lines} below ${format(step.middle)}, eight in ten from ${format(step.low)} to ${format(step.high)}`
    : '';
}

function toldOfLines(series: readonly TrendSeries[], over: number | undefined): string {
  const told = series.flatMap(({ name, points }) =>
    points.filter(({ x, y }) => x === over && y !== null).map((found) => ({ name, ...found })),
  );
  const words = told.map(({ name, ...point }) => `${series.length > 1 ? `${name} ` : ''}${wordsOf(point)}`);
  return told[0] ? `${told[0].label}: ${words.join(' · ')}` : '';
}
