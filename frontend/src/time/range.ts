import type { LocalDate } from './localDate';
import { addDays, addMonths, daysBetween } from './localDate';

/** How much time a page shows at once. */
export const VIEWS = ['day', 'week', 'month', 'year', 'custom'] as const;
export type View = (typeof VIEWS)[number];

/** Local days from the first to the last, both included. */
export interface DayRange {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/**
 * The range that a view shows up to and with a date: 7 days, a month, a year. It ends on the date and not with the
 * calendar's week or month, so that the newest range is never mostly empty. A custom view is its own range.
 */
export function rangeUpTo(view: View, date: LocalDate, custom?: DayRange): DayRange {
  switch (view) {
    case 'day':
      return { from: date, to: date };
    case 'week':
      return { from: addDays(date, -6), to: date };
    case 'month':
      return { from: addDays(addMonths(date, -1), 1), to: date };
    case 'year':
      return { from: addDays(addMonths(date, -12), 1), to: date };
    case 'custom':
      return custom ?? { from: addDays(date, -13), to: date };
  }
}

/** The date one view further or back; a custom view has none and moves by its own length. */
export function stepDate(view: View, date: LocalDate, direction: 1 | -1): LocalDate {
  switch (view) {
    case 'week':
      return addDays(date, 7 * direction);
    case 'month':
      return addMonths(date, direction);
    case 'year':
      return addMonths(date, 12 * direction);
    default:
      return addDays(date, direction);
  }
}

/** The range moved by its own length. */
export function shiftRange(range: DayRange, direction: 1 | -1): DayRange {
  const days = daysIn(range) * direction;
  return { from: addDays(range.from, days), to: addDays(range.to, days) };
}

/** How many days the range has. */
export function daysIn(range: DayRange): number {
  return daysBetween(range.from, range.to) + 1;
}

/** The days of the range, oldest first. */
export function datesOf(range: DayRange): LocalDate[] {
  return Array.from({ length: Math.max(0, daysIn(range)) }, (_, index) => addDays(range.from, index));
}
