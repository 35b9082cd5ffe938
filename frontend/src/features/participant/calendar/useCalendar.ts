import { useQueries } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { yearOfDaysQuery, yearOfDerivedQuery } from '../../../api/queries/calendar';
import type { LocalDate } from '../../../time/localDate';
import { type Mark, markOfDay, markOfDerived } from './marks';
import { type Ramp, rampOf } from './ramp';
import type { Show } from './shows';

/** The marks of a year by date; nothing while they are on their way. */
export type YearMarks = ReadonlyMap<LocalDate, Mark> | undefined;

export interface CalendarData {
  /** In the order of the years. */
  readonly years: readonly YearMarks[];
  readonly ramp: Ramp | undefined;
  readonly error: Error | null;
  readonly retry: () => void;
}

interface Result<T> {
  readonly data?: T | undefined;
  readonly error: Error | null;
  readonly refetch: () => unknown;
}

/** The states of several requests that a page needs; kept while none of them changes. */
function combine<T>(results: readonly Result<T>[]) {
  return {
    data: results.map(({ data }) => data),
    error: results.find(({ data, error }) => !data && error)?.error ?? null,
    refetch: results.map(({ refetch }) => refetch),
  };
}

/** What is shown of each day of the years, asked for year by year once `enabled`. */
export function useCalendar(id: number, years: readonly number[], show: Show, enabled: boolean): CalendarData {
  const ofDays = show.source === 'days';
  const days = useQueries({
    queries: years.map((year) => ({ ...yearOfDaysQuery(id, year), enabled: enabled && ofDays })),
    combine,
  });
  const derived = useQueries({
    queries: years.map((year) => ({ ...yearOfDerivedQuery(id, year, show.key), enabled: enabled && !ofDays })),
    combine,
  });
  const { data: dayYears } = days;
  const { data: derivedYears } = derived;
  const marks = useMemo<readonly YearMarks[]>(
    () =>
      ofDays
        ? dayYears.map((year) => year && new Map(year.map((day) => [day.date, markOfDay(show, day)])))
        : derivedYears.map((year) => {
            const column = year?.columns.get(show.key);
            return (
              year && new Map(column && year.dates.map((date, index) => [date, markOfDerived(show, column, index)]))
            );
          }),
    [ofDays, dayYears, derivedYears, show],
  );
  const ramp = useMemo(() => rampOf(marks.flatMap(valuesOf), show), [marks, show]);
  const { error, refetch } = ofDays ? days : derived;
  const retry = useCallback(() => {
    for (const again of refetch) {
      again();
    }
  }, [refetch]);
  return { years: marks, ramp, error, retry };
}

function valuesOf(marks: YearMarks): number[] {
  return marks ? [...marks.values()].flatMap(({ value }) => value ?? []) : [];
}
