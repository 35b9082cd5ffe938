import type { DerivedColumn, DerivedFigures } from '../../api/derived';
import type { Colour } from '../../charts/palette';
import { addDays, type LocalDate, startOfWeek } from '../../time/localDate';

/** The zones above the light one's lower bound, from the easiest to the hardest. */
export const ZONES: readonly { readonly key: string; readonly name: string; readonly colour: Colour }[] = [
  { key: 'time_in_light_zone', name: 'Light', colour: 'zone-light' },
  { key: 'time_in_moderate_zone', name: 'Moderate', colour: 'zone-moderate' },
  { key: 'time_in_vigorous_zone', name: 'Vigorous', colour: 'zone-vigorous' },
  { key: 'time_in_peak_zone', name: 'Peak', colour: 'zone-peak' },
];
export const ACTIVE = 'zone_active_minutes';
/** What the World Health Organization advises adults a week: at least 150 minutes of moderate effort. */
export const ACTIVE_PER_WEEK = 150;

/** What a week of the calendar, from Monday, comes to. */
export interface Week {
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** Minutes in each of {@link ZONES}. */
  readonly zones: readonly number[];
  /** Nothing when no day tells. */
  readonly active: number | undefined;
  /** Days that tell the zones. */
  readonly days: number;
  /** Mean coverage of those days, 0 to 1. */
  readonly coverage: number;
}

/** The weeks that lie at least partly in the figures from `first` on, newest first. */
export function weeksOf(figures: DerivedFigures, first: LocalDate): Week[] {
  const indexes = new Map<LocalDate, number[]>();
  figures.dates.forEach((date, index) => {
    if (date >= first) {
      const week = startOfWeek(date);
      indexes.set(week, [...(indexes.get(week) ?? []), index]);
    }
  });
  return [...indexes].map(([from, ofWeek]) => weekOf(figures, from, ofWeek)).toReversed();
}

function weekOf(figures: DerivedFigures, from: LocalDate, indexes: readonly number[]): Week {
  const columns = ZONES.map(({ key }) => figures.columns.get(key));
  const told = indexes.filter((index) => columns.every((column) => column?.values[index] != null));
  const active = figures.columns.get(ACTIVE);
  const known = indexes.filter((index) => active?.values[index] != null);
  const coverage = told.reduce((sum, index) => sum + (columns[0]?.coverage[index] ?? 0), 0);
  return {
    from,
    to: addDays(from, 6),
    zones: columns.map((column) => sumAt(column, told)),
    active: known.length ? sumAt(active, known) : undefined,
    days: told.length,
    coverage: told.length ? coverage / told.length : 0,
  };
}

function sumAt(column: DerivedColumn | undefined, indexes: readonly number[]): number {
  return indexes.reduce((sum, index) => sum + (column?.values[index] ?? 0), 0);
}

/** Days in a row that reach a goal. */
export interface Streak {
  readonly days: number;
  readonly to: LocalDate | undefined;
}

/**
 * The longest run of days that reach the goal, and the one that the last day with a value stands in. A day without a
 * value ends a run, because it is not known.
 */
export function streaksOf(
  dates: readonly LocalDate[],
  values: readonly (number | null)[],
  goal: number,
): { readonly longest: Streak; readonly current: Streak } {
  let longest: Streak = { days: 0, to: undefined };
  let run = 0;
  const runs = values.map((value) => {
    run = value !== null && value >= goal ? run + 1 : 0;
    return run;
  });
  runs.forEach((days, index) => {
    if (days > 0 && days >= longest.days) {
      longest = { days, to: dates[index] };
    }
  });
  const last = values.findLastIndex((value) => value !== null);
  return { longest, current: { days: runs[last] ?? 0, to: dates[last] } };
}
