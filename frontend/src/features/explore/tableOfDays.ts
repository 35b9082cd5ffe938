import type { SleepSession } from '../../api/client';
import type { Span } from '../../time/span';
import type { WallClock } from '../../time/zone';
import type { Person } from './people';
import type { ExploreFigure } from './rows';
import { NO_FIGURES, type Row, timesOf } from './table';
import type { PersonFigures } from './useDayFigures';

/** A row for each day in view that has the figure. */
export function figureRows(
  figure: ExploreFigure,
  all: readonly PersonFigures[],
  view: Span,
  clock: WallClock,
): readonly Row[] {
  const shared = { metric: figure.key, unit: figure.display, source: figure.by, resolution: '1d' as const };
  return all.flatMap(({ person, figures }) => {
    const column = figures?.columns.get(figure.key);
    return (figures?.dates ?? []).flatMap((date, index) => {
      const [from, to] = [person.clock.startOf(date), person.clock.endOf(date)];
      const value = column?.values[index] ?? null;
      return value === null || to <= view.from || from >= view.to
        ? []
        : [
            {
              ...{ participant: person.name, ...shared, ...timesOf(clock, from, to), ...NO_FIGURES },
              ...{ value, min: value, max: value, count: 1, coverage: column?.coverage[index] ?? null },
            },
          ];
    });
  });
}

/** A row for each stage in view; short wakes lie on top of the stages. */
export function sleepRows(
  person: Person,
  sessions: readonly SleepSession[],
  view: Span,
  clock: WallClock,
): readonly Row[] {
  return sessions.flatMap(({ stages, shortWakes, source }) =>
    [...stages, ...shortWakes].flatMap(({ start, seconds, level }) => {
      const from = Date.parse(start);
      const to = from + seconds * 1000;
      const shared = { participant: person.name, metric: 'sleep_stage', unit: '', source, resolution: 'raw' as const };
      return to <= view.from || from >= view.to
        ? []
        : [{ ...shared, ...timesOf(clock, from, to), ...NO_FIGURES, stage: level }];
    }),
  );
}
