import { queryOptions } from '@tanstack/react-query';
import { daysOfYear } from '../../time/yearGrid';
import { readDays } from './days';
import { derivedQuery } from './derived';

/** What is old is told by the event stream, so that years of days are not asked for again by the clock. */
const FRESH = 10 * 60_000;

/** The daily figures of a calendar year. Its key ends with its days, so that a delivery makes only their year old. */
export const yearOfDaysQuery = (id: number, year: number) => {
  const range = daysOfYear(year);
  return queryOptions({
    queryKey: ['calendar', id, range.from, range.to],
    queryFn: ({ signal }) => readDays(id, range, signal),
    staleTime: FRESH,
    // To compare hundreds of days with those before costs more than to paint them.
    structuralSharing: false,
  });
};

/** One derived figure over a calendar year. */
export const yearOfDerivedQuery = (id: number, year: number, metric: string) => {
  const { placeholderData: _, ...options } = derivedQuery(id, daysOfYear(year), [metric]);
  return { ...options, staleTime: FRESH };
};
