import type { Beat } from '../../api/queries/schedule';
import { formatDateTime, formatUntil } from '../../format/dates';
import { formatDuration } from '../../format/numbers';
import type { WallClock } from '../../time/zone';

const WEEKDAYS: Readonly<Record<string, string>> = {
  ...{ SUN: 'Sundays', MON: 'Mondays', TUE: 'Tuesdays', WED: 'Wednesdays' },
  ...{ THU: 'Thursdays', FRI: 'Fridays', SAT: 'Saturdays' },
};
/** Beats this close come and go between two looks at them. */
const CLOSE_SECONDS = 60;

/** How often a beat comes: `every 5 s`, `daily at 03:30`, `Sundays at 05:00`; any other cron expression as it is. */
export function rhythmWords({ every, cron }: Pick<Beat, 'every' | 'cron'>): string {
  if (every !== null) {
    return `every ${intervalWords(every)}`;
  }
  const [, minute = '', hour = '', weekday] = /^0 (\d{1,2}) (\d{1,2}) [*?] \* ([A-Z]{3}|\*|\?)$/.exec(cron ?? '') ?? [];
  const when = weekday === undefined ? undefined : weekday.length === 1 ? 'daily' : WEEKDAYS[weekday];
  return when ? `${when} at ${hour.padStart(2, '0')}:${minute.padStart(2, '0')}` : (cron ?? '');
}

/** Intervals are set, not measured: whole seconds have no decimals. */
function intervalWords(seconds: number): string {
  return Number.isInteger(seconds) && seconds < 60 ? `${seconds} s` : formatDuration(seconds * 1000);
}

/** When a beat comes next, by the clock and from now; of close ones only how close. */
export function nextWords({ every, next }: Beat, clock: WallClock, now: number): { at?: string; until: string } {
  if (every !== null && every <= CLOSE_SECONDS) {
    return { until: `within ${intervalWords(every)}` };
  }
  const instant = next === null ? undefined : Date.parse(next);
  return instant === undefined
    ? { until: 'not set' }
    : { at: formatDateTime(clock, instant), until: formatUntil(instant, now) };
}
