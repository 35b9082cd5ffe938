import { formatShortDate } from '../format/dates';
import { formatNumber } from '../format/numbers';
import { type DayRange, datesOf, daysIn } from '../time/range';
import type { WallClock } from '../time/zone';

const HOUR = 3_600_000;
const MOST_DAYS = 31;

/** Names the days of a range that do not last 24 hours; in a longer range they are not looked for. */
export function unusualDays(clock: WallClock, range: DayRange): string | undefined {
  if (daysIn(range) > MOST_DAYS) {
    return undefined;
  }
  const found = datesOf(range).flatMap((date) => {
    const hours = (clock.endOf(date) - clock.startOf(date)) / HOUR;
    return hours === 24
      ? []
      : [
          `${formatShortDate(date)} has ${formatNumber(hours, hours % 1 ? 1 : 0)} hours, the clocks ${hours < 24 ? 'go forward' : 'go back'}`,
        ];
  });
  return found.length > 0 ? found.join('; ') : undefined;
}
