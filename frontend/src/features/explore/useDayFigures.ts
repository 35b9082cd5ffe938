import { useQueries } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import type { Day } from '../../api/client';
import type { DerivedFigures } from '../../api/derived';
import { daysQuery } from '../../api/queries/days';
import { derivedQuery } from '../../api/queries/derived';
import { dateOfUtc, utcOf } from '../../time/localDate';
import type { DayRange } from '../../time/range';
import type { Span } from '../../time/span';
import { alone, useSame } from './answers';
import type { Person } from './people';
import type { ExploreFigure } from './rows';

const DAY = 86_400_000;
/** Days are asked for in so long stretches, so that moving a little asks for nothing new. */
const STRETCH = 64 * DAY;

/** The days of a window on a coarse grid; none before the first. */
export function figureDays({ clock, detail }: Person, span: Span): DayRange {
  const first = utcOf(clock.dateAt(span.from));
  const last = utcOf(clock.dateAt(span.to - 1));
  const from = dateOfUtc(Math.floor(first / STRETCH) * STRETCH);
  const to = dateOfUtc((Math.floor(last / STRETCH) + 1) * STRETCH - DAY);
  const { firstDay, lastDay } = detail.participant;
  return { from: firstDay && firstDay > from ? firstDay : from, to: lastDay && lastDay < to ? lastDay : to };
}

/** One participant's figures of days. */
export interface PersonFigures {
  readonly person: Person;
  readonly figures: DerivedFigures | undefined;
  readonly error: Error | null;
  readonly retry: () => void;
}

/** A figure of each day of everyone, over at least the span. */
export function useDayFigures(people: readonly Person[], figure: ExploreFigure, span: Span): readonly PersonFigures[] {
  const ours = figure.by === 'daystream';
  const ranges = people.map((person) => figureDays(person, span));
  const derived = useQueries({
    queries: people.map(({ id }, index) => ({
      ...alone(derivedQuery(id, ranges[index] as DayRange, [figure.key])),
      enabled: ours,
    })),
  });
  const days = useQueries({
    queries: people.map(({ id }, index) => ({ ...alone(daysQuery(id, ranges[index] as DayRange)), enabled: !ours })),
  });
  const answers = ours ? derived : days;
  const parts = useSame([people, figure, ...answers.flatMap(({ data, error }) => [data, error])]);
  const last = useRef(new Map<string, DerivedFigures>());
  // biome-ignore lint/correctness/useExhaustiveDependencies: the parts are all that the figures are made of
  return useMemo(
    () =>
      people.map((person, index) => {
        const figures = ours ? derived[index]?.data : vendorFigures(figure.key, days[index]?.data);
        const key = `${person.id} ${figure.key}`;
        if (figures) {
          last.current.set(key, figures);
        }
        const { error = null, refetch } = answers[index] ?? {};
        return { person, figures: figures ?? last.current.get(key), error, retry: () => void refetch?.() };
      }),
    [parts],
  );
}

const NOTHING_MORE = { coverage: [], reasons: [], missing: [], usual: { mean: [], deviation: [], days: [] } };

/** The vendor's figure of each day in the shape of ours; nobody says how much it is made from. */
export function vendorFigures(key: string, days: readonly Day[] | undefined): DerivedFigures | undefined {
  return (
    days && {
      dates: days.map(({ date }) => date),
      columns: new Map([[key, { values: days.map(({ vendor }) => vendor[key] ?? null), ...NOTHING_MORE }]]),
    }
  );
}
