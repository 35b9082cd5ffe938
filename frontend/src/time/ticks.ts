import type { LocalDate } from './localDate';
import { addDays, addMonths, startOfMonth, startOfWeek } from './localDate';
import type { WallClock } from './zone';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const WITHIN_DAY = [
  ...[1, 2, 5, 10, 15, 30].map((n) => n * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((n) => n * MINUTE),
  ...[1, 2, 3, 4, 6, 12].map((n) => n * HOUR),
];

/** A mark on the time axis. */
export interface Tick {
  readonly at: number;
  /** A local day begins here. */
  readonly day: boolean;
  readonly label: string;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/**
 * Marks at round local times within [from, to], at most about `most`. They are found on the participant's wall clock
 * and not the browser's: on the day clocks go back the doubled hour is marked twice, and no mark is made for an
 * hour that never was. Where whole days are marked they are those of `days`.
 */
export function timeTicks(clock: WallClock, from: number, to: number, most: number, days = clock): Tick[] {
  const wanted = (to - from) / Math.max(1, most);
  const step = WITHIN_DAY.find((candidate) => candidate >= wanted);
  return step === undefined ? dayTicks(days, from, to, wanted) : clockTicks(clock, from, to, step);
}

function clockTicks(clock: WallClock, from: number, to: number, step: number): Tick[] {
  // Half an hour is the largest stride that meets every full hour after a clock change of 30 or 60 minutes.
  const stride = Math.min(step, 30 * MINUTE);
  const ticks: Tick[] = [];
  const last = clock.dateAt(to);
  for (let date = clock.dateAt(from); date <= last; date = addDays(date, 1)) {
    const start = clock.startOf(date);
    const end = clock.endOf(date);
    const first = start + Math.max(0, Math.floor((from - start) / stride)) * stride;
    for (let at = first; at < end && at <= to; at += stride) {
      const sinceMidnight = clock.wall(at) % DAY;
      const again = step > HOUR && ticks.length > 0 && at - (ticks.at(-1)?.at ?? 0) < step / 2;
      if (at >= from && (at === start || sinceMidnight % step === 0) && !again) {
        ticks.push({ at, day: at === start, label: at === start ? dayLabel(date) : clockLabel(sinceMidnight, step) });
      }
    }
  }
  return ticks;
}

function dayTicks(clock: WallClock, from: number, to: number, wanted: number): Tick[] {
  const { begin, next, label } = calendarStep(wanted / DAY);
  const ticks: Tick[] = [];
  for (let date = begin(clock.dateAt(from)); ; date = next(date)) {
    const at = clock.startOf(date);
    if (at > to) {
      return ticks;
    }
    if (at >= from) {
      ticks.push({ at, day: true, label: label(date) });
    }
  }
}

interface CalendarStep {
  begin(date: LocalDate): LocalDate;
  next(date: LocalDate): LocalDate;
  label(date: LocalDate): string;
}

function calendarStep(days: number): CalendarStep {
  if (days <= 1) {
    return { begin: (date) => date, next: (date) => addDays(date, 1), label: dayLabel };
  }
  if (days <= 2) {
    return { begin: (date) => date, next: (date) => addDays(date, 2), label: dayLabel };
  }
  if (days <= 7) {
    return { begin: startOfWeek, next: (date) => addDays(date, 7), label: shortDayLabel };
  }
  const months = [1, 3, 6].find((count) => days <= count * 30.5);
  if (months) {
    return {
      begin: (date) => (months === 1 ? startOfMonth(date) : `${date.slice(0, 4)}-01-01`),
      next: (date) => addMonths(date, months),
      label: monthLabel,
    };
  }
  const years = Math.max(1, Math.ceil(days / 366));
  return {
    begin: (date) => `${date.slice(0, 4)}-01-01`,
    next: (date) => addMonths(date, 12 * years),
    label: (date) => date.slice(0, 4),
  };
}

function clockLabel(sinceMidnight: number, step: number): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const minutes = `${two(sinceMidnight / HOUR)}:${two((sinceMidnight / MINUTE) % 60)}`;
  return step < MINUTE ? `${minutes}:${two((sinceMidnight / SECOND) % 60)}` : minutes;
}

function dayLabel(date: LocalDate): string {
  const [, month = 1, day = 1] = date.split('-').map(Number);
  return `${WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()]} ${day} ${MONTHS[month - 1]}`;
}

function shortDayLabel(date: LocalDate): string {
  const [, month = 1, day = 1] = date.split('-').map(Number);
  return `${day} ${MONTHS[month - 1]}`;
}

function monthLabel(date: LocalDate): string {
  const [year, month = '1'] = date.split('-');
  return month === '01' ? `Jan ${year}` : `${MONTHS[Number(month) - 1]}`;
}
