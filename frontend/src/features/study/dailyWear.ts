import { formatNumber } from '../../format/numbers';

export const BAR = 3;
export const HEIGHT = 20;

/** Daily wear as two paths: bars of the days known, a line on the ground for the others. */
export interface DailyWear {
  readonly width: number;
  readonly bars: string;
  readonly gaps: string;
  readonly words: string;
}

/** The scale is always the whole day, so that rows can be compared. */
export function dailyWear(shares: readonly (number | null)[]): DailyWear {
  let bars = '';
  let gaps = '';
  let sum = 0;
  let known = 0;
  shares.forEach((share, index) => {
    const x = index * BAR;
    if (share === null) {
      gaps += `M${x} ${HEIGHT - 1}h${BAR - 1}v1h${1 - BAR}z`;
    } else {
      const height = Math.max(1, Math.round(share * HEIGHT));
      bars += `M${x} ${HEIGHT - height}h${BAR - 1}v${height}h${1 - BAR}z`;
      sum += share;
      known++;
    }
  });
  const words = known
    ? `Worn ${formatNumber((100 * sum) / known)} % of the time on ${known} of ${shares.length} days`
    : `No wear is known of the last ${shares.length} days`;
  return { width: shares.length * BAR, bars, gaps, words };
}
