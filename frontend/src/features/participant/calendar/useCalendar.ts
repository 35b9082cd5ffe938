import { useQueries } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { Day } from '../../../api/client';
import type { DerivedFigures } from '../../../api/derived';
import { yearOfDaysQuery, yearOfDerivedQuery } from '../../../api/queries/calendar';
import type { LocalDate } from '../../../time/localDate';
import type { DayRange } from '../../../time/range';
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

/** What is shown of each of the days, asked for by the years that they touch once `enabled`. */
export function useCalendar(
  id: number,
  history: DayRange,
  years: readonly number[],
  show: Show,
  enabled: boolean,
): CalendarData {
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
  const marks = useMemo<readonly YearMarks[]>(() => {
    const within = (date: LocalDate) => date >= history.from && date <= history.to;
    return ofDays
      ? dayYears.map((days) => days && marksOfDays(show, days, within))
      : derivedYears.map((figures) => figures && marksOfDerived(show, figures, within));
  }, [ofDays, dayYears, derivedYears, show, history]);
  const ramp = useMemo(() => rampOf(marks.flatMap(valuesOf), show), [marks, show]);
  const { error, refetch } = ofDays ? days : derived;
  const retry = useCallback(() => {
    for (const again of refetch) {
      again();
    }
  }, [refetch]);
  return { years: marks, ramp, error, retry };
}

type Within = (date: LocalDate) => boolean;

function marksOfDays(show: Show, days: readonly Day[], within: Within): YearMarks {
  return new Map(days.flatMap((day) => (within(day.date) ? [[day.date, markOfDay(show, day)]] : [])));
}

function marksOfDerived(show: Show, { dates, columns }: DerivedFigures, within: Within): YearMarks {
  const column = columns.get(show.key);
  return new Map(
    dates.flatMap((date, index) => (column && within(date) ? [[date, markOfDerived(show, column, index)]] : [])),
  );
}

function valuesOf(marks: YearMarks): number[] {
  return marks ? [...marks.values()].flatMap(({ value }) => value ?? []) : [];
}
