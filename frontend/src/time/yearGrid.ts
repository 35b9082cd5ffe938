import { addDays, daysBetween, type LocalDate, startOfMonth, startOfWeek } from './localDate';
import { type DayRange, datesOf } from './range';

/** Weeks are columns and a year never touches more of them: a leap year that begins on a Sunday has 54. */
export const WEEKS = 54;

/** A date's place among a year's cells, both counted from 0: the week from Monday, and the weekday. */
export interface DayCell {
  readonly date: LocalDate;
  readonly column: number;
  readonly row: number;
}

/** A year as a calendar draws it. */
export interface YearGrid {
  readonly year: number;
  /** Of the year, those within the history. */
  readonly cells: readonly DayCell[];
  /** The column in which each month of the year begins, January first. */
  readonly months: readonly number[];
}

/** The calendar years that the history touches, newest first. */
export function yearsOf({ from, to }: DayRange): number[] {
  const [first, last] = [yearOf(from), yearOf(to)];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => last - index);
}

/** First and last day of a year. */
export function daysOfYear(year: number): DayRange {
  const name = String(year).padStart(4, '0');
  return { from: `${name}-01-01`, to: `${name}-12-31` };
}

/** Places the year's days that lie within the history. */
export function yearGrid(year: number, history: DayRange): YearGrid {
  const { from, to } = daysOfYear(year);
  const monday = startOfWeek(from);
  const shown = { from: from > history.from ? from : history.from, to: to < history.to ? to : history.to };
  const cells = datesOf(shown).map((date) => {
    const days = daysBetween(monday, date);
    return { date, column: Math.floor(days / 7), row: days % 7 };
  });
  const months = Array.from({ length: 12 }, (_, month) => {
    const first = `${from.slice(0, 5)}${String(month + 1).padStart(2, '0')}-01`;
    return Math.floor(daysBetween(monday, first) / 7);
  });
  return { year, cells, months };
}

/** Which sides of a day's cell are a border between two months of its year: its left, its top. */
export function monthEdges(date: LocalDate): { readonly left: boolean; readonly top: boolean } {
  const day = Number(date.slice(8));
  const january = date.slice(5, 7) === '01';
  return { left: day <= 7 && !january, top: day === 1 && !january && startOfWeek(date) !== date };
}

/** The date that a key leads to from another, within the history; nothing for other keys. */
export function walk(from: LocalDate, key: string, history: DayRange): LocalDate | undefined {
  const to = target(from, key);
  if (to === undefined) {
    return undefined;
  }
  return to < history.from ? history.from : to > history.to ? history.to : to;
}

function target(from: LocalDate, key: string): LocalDate | undefined {
  switch (key) {
    case 'ArrowUp':
      return addDays(from, -1);
    case 'ArrowDown':
      return addDays(from, 1);
    case 'ArrowLeft':
      return addDays(from, -7);
    case 'ArrowRight':
      return addDays(from, 7);
    case 'PageUp':
      return addDays(from, -28);
    case 'PageDown':
      return addDays(from, 28);
    case 'Home':
      return startOfMonth(from);
    case 'End':
      return addDays(startOfMonth(addDays(startOfMonth(from), 31)), -1);
    default:
      return undefined;
  }
}

function yearOf(date: LocalDate): number {
  return Number(date.slice(0, -6));
}
