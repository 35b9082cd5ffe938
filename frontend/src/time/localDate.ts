/** A calendar date `YYYY-MM-DD` without zone, as the contract's LocalDate. */
export type LocalDate = string;

const DAY_MS = 86_400_000;
const PATTERN = /^\d{4}-\d{2}-\d{2}$/;

/** Whether the text names a date that exists: `2026-02-30` does not. */
export function isLocalDate(text: string): boolean {
  return PATTERN.test(text) && dateOfUtc(Date.parse(`${text}T00:00:00Z`)) === text;
}

/** The date that UTC shows at the instant; empty when the instant is not a number. */
export function dateOfUtc(milliseconds: number): LocalDate {
  return Number.isFinite(milliseconds) ? new Date(milliseconds).toISOString().slice(0, 10) : '';
}

/** The date's midnight in UTC, as milliseconds: for arithmetic on dates, never for an instant of a person's day. */
export function utcOf(date: LocalDate): number {
  return Date.parse(`${date}T00:00:00Z`);
}

/** The date `days` later, or earlier when negative. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfUtc(utcOf(date) + days * DAY_MS);
}

/** The same day of a month `months` later; the month's last day where it is shorter. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const first = new Date(utcOf(date));
  const wanted = first.getUTCDate();
  first.setUTCDate(1);
  first.setUTCMonth(first.getUTCMonth() + months);
  const start = dateOfUtc(first.getTime());
  return addDays(start, Math.min(wanted, daysInMonth(start)) - 1);
}

/** How many days from the first date to the second: 1 from a day to the next. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((utcOf(to) - utcOf(from)) / DAY_MS);
}

/** The Monday of the date's week. */
export function startOfWeek(date: LocalDate): LocalDate {
  return addDays(date, -((new Date(utcOf(date)).getUTCDay() + 6) % 7));
}

/** The first of the date's month. */
export function startOfMonth(date: LocalDate): LocalDate {
  return `${date.slice(0, 7)}-01`;
}

/** How many days the date's month has. */
export function daysInMonth(date: LocalDate): number {
  const [year = 0, month = 1] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
