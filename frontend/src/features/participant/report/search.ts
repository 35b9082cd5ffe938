import { addDays, isLocalDate, type LocalDate } from '../../../time/localDate';
import type { DayRange } from '../../../time/range';

/** What the address of a report holds. Without days it is about the last 30. */
export interface ReportSearch {
  readonly from?: LocalDate;
  readonly to?: LocalDate;
  /** Opens the print dialog once everything is there. */
  readonly print?: 'now';
}

export function readReportSearch(search: Record<string, unknown>): ReportSearch {
  const { from, to, print } = search;
  const dates = isDate(from) && isDate(to) ? (from <= to ? { from, to } : { from: to, to: from }) : {};
  return { ...dates, ...(print === 'now' && { print }) };
}

/** The days that the report is about; no more than four years, so that it can be read and printed. */
export function reportRange({ from, to }: ReportSearch, lastDay: LocalDate): DayRange {
  if (!from || !to) {
    return { from: addDays(lastDay, -29), to: lastDay };
  }
  const earliest = addDays(to, -MOST_DAYS + 1);
  return { from: from < earliest ? earliest : from, to };
}

const MOST_DAYS = 4 * 366;

function isDate(value: unknown): value is LocalDate {
  return typeof value === 'string' && isLocalDate(value);
}
