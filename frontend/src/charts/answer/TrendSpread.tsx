import { fade } from '../palette';
import type { SpreadStep } from './spread';
import type { TrendScale } from './trendScale';

interface Props {
  readonly steps: readonly SpreadStep[];
  readonly scale: TrendScale;
  readonly colour: string;
  readonly over: number | undefined;
}

/** A band that holds eight lines in ten, and the line that halves them. */
export function TrendSpread({ steps, scale: { x, y }, colour, over }: Props) {
  const upper = steps.map((step) => `${x(step.x).toFixed(1)} ${y(step.high).toFixed(1)}`);
  const lower = steps.toReversed().map((step) => `${x(step.x).toFixed(1)} ${y(step.low).toFixed(1)}`);
  const middle = steps.map((step) => `${x(step.x).toFixed(1)} ${y(step.middle).toFixed(1)}`);
  const told = steps.find((step) => step.x === over);
  return (
    <>
      {steps.length > 1 && <path d={`M${[...upper, ...lower].join('L')}Z`} fill={fade(colour, 0.18)} />}
      {steps.length > 1 && (
        <path d={`M${middle.join('L')}`} fill="none" stroke={colour} strokeWidth={1.75} strokeLinejoin="round" />
      )}
      {(steps.length === 1 ? steps : told ? [told] : []).map((step) => (
        <g key={step.x} stroke={colour}>
          <line x1={x(step.x)} x2={x(step.x)} y1={y(step.low)} y2={y(step.high)} />
          <circle cx={x(step.x)} cy={y(step.middle)} r={4} fill={colour} />
        </g>
      ))}
    </>
  );
}
