import type { TrendSeries } from './Trend';
import type { TrendScale } from './trendScale';

interface Props {
  readonly series: readonly TrendSeries[];
  readonly scale: TrendScale;
  readonly joined: boolean;
  readonly compact: boolean;
  readonly over: number | undefined;
}

/** Each line by itself, with its points; the pointer's are larger. */
export function TrendLines({ series, scale, joined, compact, over }: Props) {
  const { x, y, steps } = scale;
  const shortest = Math.min(...steps.map(({ gap }) => gap));
  return series.map(({ name, colour, points }) => (
    <g key={name} fill={colour} stroke={colour}>
      {joined && <path d={scale.path(points, shortest)} fill="none" strokeWidth={1.75} strokeLinejoin="round" />}
      {!compact &&
        points.map(
          ({ x: at, ends }) =>
            ends && (
              <line key={at} x1={x(at)} x2={x(at)} y1={y(ends[0])} y2={y(ends[1])} strokeWidth={1} opacity={0.45} />
            ),
        )}
      {points.map(({ x: at, y: value, short }) =>
        value === null ? null : (
          <circle
            key={at}
            cx={x(at)}
            cy={y(value)}
            r={at === over ? 4 : compact ? 1 : 2}
            fill={short ? 'var(--surface)' : undefined}
          />
        ),
      )}
    </g>
  ));
}
