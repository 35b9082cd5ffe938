import type { LocalDate } from '../time/localDate';
import { utcOf } from '../time/localDate';
import type { DayRange } from '../time/range';
import type { Span } from '../time/span';
import type { WallClock } from '../time/zone';
import { count } from './numbers';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

function parts(date: LocalDate) {
  const [year = '', month = '1', day = '1'] = date.split('-');
  return {
    year,
    month: MONTHS[Number(month) - 1] ?? '',
    day: String(Number(day)),
    weekday: WEEKDAYS[new Date(utcOf(date)).getUTCDay()] ?? '',
  };
}

/** `Tue 12 May 2026`. */
export function formatDate(date: LocalDate): string {
  const { year, month, day, weekday } = parts(date);
  return `${weekday} ${day} ${month} ${year}`;
}

/** `12 May`. */
export function formatShortDate(date: LocalDate): string {
  const { month, day } = parts(date);
  return `${day} ${month}`;
}

/** `12 May 2026`. */
export function formatPlainDate(date: LocalDate): string {
  return `${formatShortDate(date)} ${date.slice(0, 4)}`;
}

/** `11 – 17 May 2026`, saying month and year once where both ends share them. */
export function formatRange({ from, to }: DayRange): string {
  const [a, b] = [parts(from), parts(to)];
  if (from === to) {
    return formatDate(from);
  }
  if (a.year !== b.year) {
    return `${a.day} ${a.month} ${a.year} – ${b.day} ${b.month} ${b.year}`;
  }
  return a.month === b.month
    ? `${a.day} – ${b.day} ${b.month} ${b.year}`
    : `${a.day} ${a.month} – ${b.day} ${b.month} ${b.year}`;
}

/** The time of day on the participant's clock, `14:05`, with seconds when wanted. */
export function formatTime(clock: WallClock, instant: number, seconds = false): string {
  return new Date(clock.wall(instant)).toISOString().slice(11, seconds ? 19 : 16);
}

/** Date and time on the participant's clock: `12 May 14:05`. */
export function formatDateTime(clock: WallClock, instant: number, seconds = false): string {
  return `${formatShortDate(clock.dateAt(instant))} ${formatTime(clock, instant, seconds)}`;
}

/** `14:05 – 15:20`, with dates where the ends lie on different days. */
export function formatTimeSpan(clock: WallClock, { from, to }: Span): string {
  const oneDay = clock.dateAt(from) === clock.dateAt(to - 1);
  return oneDay
    ? `${formatTime(clock, from)} – ${formatTime(clock, to)}`
    : `${formatDateTime(clock, from)} – ${formatDateTime(clock, to)}`;
}

const STEPS: [number, string][] = [
  [86_400_000 * 365, 'year'],
  [86_400_000 * 30, 'month'],
  [86_400_000, 'day'],
  [3_600_000, 'h'],
  [60_000, 'min'],
];

/** How long ago: `2 min ago`, `just now`; a clock that is a little behind does not make it the future. */
export function formatAgo(instant: number, now: number): string {
  const words = distanceWords(now - instant);
  return words ? `${words} ago` : 'just now';
}

/** In how long: `in 3 h`, `in under 1 min`, `now` when it is time. */
export function formatUntil(instant: number, now: number): string {
  return instant <= now ? 'now' : `in ${distanceWords(instant - now) ?? 'under 1 min'}`;
}

function distanceWords(distance: number): string | undefined {
  const step = STEPS.find(([length]) => distance >= length);
  if (!step) {
    return undefined;
  }
  const [length, name] = step;
  const amount = Math.floor(distance / length);
  return name === 'h' || name === 'min' ? `${amount} ${name}` : count(amount, name);
}
