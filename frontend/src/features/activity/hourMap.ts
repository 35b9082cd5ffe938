import type { DecodedSeries } from '../../api/queries/series';
import { utcOf } from '../../time/localDate';
import type { WallClock } from '../../time/zone';

/** One hour of the week: the mean amount, and how many such hours it rests on. */
export interface HourCell {
  readonly mean: number | undefined;
  readonly hours: number;
}

/** Below this share of what is expected of an hour its amount says too little. */
const LEAST_COVERAGE = 0.5;

/** Seven days from Monday with 24 hours each, by the person's clock; hours with less than half of their coverage do not count. */
export function hourMapOf(series: readonly DecodedSeries[], clock: WallClock): HourCell[][] {
  const sums = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => ({ sum: 0, hours: 0 })));
  const [first] = series;
  if (first) {
    const { columns } = first;
    for (let row = 0; row < columns.x.length; row++) {
      if ((columns.present[row] as number) < LEAST_COVERAGE * (columns.expected[row] as number)) {
        continue;
      }
      const at = columns.x[row] as number;
      const weekday = (new Date(utcOf(clock.dateAt(at))).getUTCDay() + 6) % 7;
      const cell = sums[weekday]?.[new Date(clock.wall(at)).getUTCHours()];
      if (cell) {
        cell.sum += columns.y[row] as number;
        cell.hours += 1;
      }
    }
  }
  return sums.map((day) => day.map(({ sum, hours }) => ({ mean: hours ? sum / hours : undefined, hours })));
}
