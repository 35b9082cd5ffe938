import type { ClockWindow } from '../../charts/layers/windows';

/** When the main sleeps usually begin and end, and how much that varies, in minutes. */
export interface UsualTimes {
  readonly bed: string;
  readonly wake: string;
  readonly bedSpread: number;
  readonly wakeSpread: number;
  readonly nights: number;
}

const LEAST_NIGHTS = 5;
const DAY = 24 * 60;

/** Medians, because one night on a train should not move them; spreads hold two nights of three. */
export function usualTimes(windows: readonly ClockWindow[]): UsualTimes | undefined {
  const nights = windows.filter(({ minor }) => !minor);
  if (nights.length < LEAST_NIGHTS) {
    return undefined;
  }
  const [bed, wake] = [median(nights.map(({ begin }) => begin)), median(nights.map(({ end }) => end))];
  return {
    bed: clockTime(bed),
    wake: clockTime(wake),
    bedSpread: spread(
      nights.map(({ begin }) => begin),
      bed,
    ),
    wakeSpread: spread(
      nights.map(({ end }) => end),
      wake,
    ),
    nights: nights.length,
  };
}

function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(at)] ?? 0, sorted[Math.ceil(at)] ?? 0];
  return low + (high - low) * (at - Math.floor(at));
}

function spread(values: readonly number[], middle: number): number {
  return quantile(
    values.map((value) => Math.abs(value - middle)),
    2 / 3,
  );
}

/** Minutes after noon as the clock shows them. */
function clockTime(minutes: number): string {
  const whole = (((Math.round(minutes) + DAY / 2) % DAY) + DAY) % DAY;
  return `${String(Math.floor(whole / 60)).padStart(2, '0')}:${String(whole % 60).padStart(2, '0')}`;
}
