import type { Show } from './shows';

/** Shades of a ramp; few enough to be told apart. */
export const LEVELS = 7;

/** From which value to which the shades go; what lies beyond has the last shade. */
export interface Ramp {
  readonly low: number;
  readonly high: number;
  /** Some values lie beyond that end. */
  readonly below: boolean;
  readonly above: boolean;
}

/** Share of the values that may lie beyond each end, so that one odd day does not make all others alike. */
const BEYOND = 0.02;

/** The ramp for the values, with round ends; nothing when there are none. */
export function rampOf(
  values: readonly number[],
  { domain, fromZero }: Pick<Show, 'domain' | 'fromZero'>,
): Ramp | undefined {
  if (values.length === 0) {
    return undefined;
  }
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] as number;
  const [least, most] = [sorted[0] as number, sorted.at(-1) as number];
  if (domain) {
    return { low: domain[0], high: domain[1], below: least < domain[0], above: most > domain[1] };
  }
  const zero = fromZero && least >= 0;
  const [from, to] = [zero ? 0 : at(BEYOND), at(1 - BEYOND)];
  const step = roundStep(to - from || Math.abs(to) || 1);
  const low = Math.floor(from / step + 1e-9) * step;
  const high = Math.max(Math.ceil(to / step - 1e-9) * step, low + step);
  return { low, high, below: least < low, above: most > high };
}

/** The shade of a value, 1 to {@link LEVELS}. */
export function levelOf({ low, high }: Ramp, value: number): number {
  const share = (value - low) / (high - low);
  return 1 + Math.min(LEVELS - 1, Math.max(0, Math.floor(share * LEVELS)));
}

/** A tenth of the spread, as 1, 2 or 5 of a power of ten. */
function roundStep(spread: number): number {
  const rough = spread / 10;
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 5].find((factor) => factor * power >= rough) ?? 10) * power;
}
