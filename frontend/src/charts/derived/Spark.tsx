import type { DerivedColumn } from '../../api/derived';
import { type Usual, usualOf } from './usual';

const WIDTH = 120;
const HEIGHT = 28;
const LEAST_SHOWN = 30;

interface Props {
  readonly column: DerivedColumn;
  /** How many of the last days are drawn. */
  readonly shown: number;
  readonly hue: string;
}

/** The last days as a line without bridges over gaps, on the band of what was usual then. */
export function Spark({ column, shown, hue }: Props) {
  const { values } = column;
  const known = values.findIndex((value) => value !== null);
  // Of someone new the days that there are, or their line would be a dot.
  const first = Math.max(0, values.length - shown, Math.min(known, values.length - LEAST_SHOWN));
  const days = values.slice(first);
  const usual = days.map((_, index) => usualOf(column, first + index));
  const all = [
    ...days.filter((value) => value !== null),
    ...usual.flatMap((u) => (u ? [u.mean - u.deviation, u.mean + u.deviation] : [])),
  ];
  if (all.length === 0) {
    return <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width="100%" height={HEIGHT} aria-hidden="true" />;
  }
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const x = (index: number) => ((index + 0.5) / days.length) * WIDTH;
  const y = (value: number) => HEIGHT - 2 - ((value - low) / (high - low || 1)) * (HEIGHT - 4);
  const step = WIDTH / days.length;
  const last = days.at(-1);
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" width="100%" height={HEIGHT} aria-hidden="true">
      <path d={bandOf(usual, x, y, step)} fill={hue} opacity="0.16" />
      <path
        d={lineOf(days, x, y)}
        fill="none"
        stroke={hue}
        strokeWidth="1.4"
        strokeLinecap="round"
        vectorEffect="non-scaling-stroke"
      />
      {last != null && (
        <path
          d={`M${x(days.length - 1)} ${y(last)}h0`}
          stroke={hue}
          strokeWidth="5"
          strokeLinecap="round"
          vectorEffect="non-scaling-stroke"
        />
      )}
    </svg>
  );
}

type Place = (at: number) => number;

function lineOf(days: readonly (number | null)[], x: Place, y: Place): string {
  return days
    .map((value, index) =>
      value === null
        ? ''
        : `${days[index - 1] == null ? 'M' : 'L'}${x(index).toFixed(1)} ${y(value).toFixed(1)}${days[index - 1] == null && days[index + 1] == null ? 'h0' : ''}`,
    )
    .join('');
}

function bandOf(usual: readonly (Usual | undefined)[], x: Place, y: Place, step: number): string {
  return usual
    .map((at, index) => {
      if (!at) {
        return '';
      }
      const [top, bottom] = [y(at.mean + at.deviation), y(at.mean - at.deviation)];
      return `M${(x(index) - step / 2).toFixed(1)} ${top.toFixed(1)}h${step.toFixed(2)}V${bottom.toFixed(1)}h-${step.toFixed(2)}z`;
    })
    .join('');
}
