import { formatShortDate } from '../format/dates';
import { formatNumber } from '../format/numbers';
import type { LocalDate } from '../time/localDate';
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
    return hours === 24 ? [] : [unusualDay(date, hours)];
  });
  return found.length > 0 ? found.join('; ') : undefined;
}

/** No clock is changed by more than an hour: what is off by more has travelled. */
function unusualDay(date: LocalDate, hours: number): string {
  if (hours === 0) {
    return `${formatShortDate(date)} never was`;
  }
  const clocks = hours < 24 ? 'the clocks go forward' : 'the clocks go back';
  const why = Math.abs(hours - 24) > 1 ? 'the time zone changes' : clocks;
  return `${formatShortDate(date)} has ${formatNumber(hours, (hours * 2) % 1 ? 2 : Math.ceil(hours % 1))} hours, ${why}`;
}
