import type { Day } from '../../../api/client';
import type { DerivedFigures } from '../../../api/derived';
import { groupBy } from '../../../api/groupBy';
import { addDays, type LocalDate, startOfWeek } from '../../../time/localDate';
import type { DayRange } from '../../../time/range';
import { FIGURES } from '../figures';

/** What a week of a report comes to; means over the days that have the figure. */
export interface ReportWeek extends DayRange {
  readonly days: number;
  /** Days with any wear known. */
  readonly worn: number;
  readonly wear: number | undefined;
  readonly steps: number | undefined;
  readonly asleep: number | undefined;
  readonly restingHeartRate: number | undefined;
  /** The sum of active minutes, and of how many days. */
  readonly active: number | undefined;
  readonly activeDays: number;
}

/** The weeks from Monday that the days lie in, oldest first; the first and the last may be parts. */
export function reportWeeks(days: readonly Day[], derived: DerivedFigures | undefined): ReportWeek[] {
  const weeks = groupBy(days, ({ date }) => startOfWeek(date));
  return [...weeks].map(([monday, own]) => weekOf(monday, own, derived));
}

function weekOf(monday: LocalDate, days: readonly Day[], derived: DerivedFigures | undefined): ReportWeek {
  const mean = (key: string) => meanOf(days.map((day) => FIGURES.find((figure) => figure.key === key)?.read(day)));
  const wear = days.map((day) => day.wear?.share);
  const active = activeMinutes(days, derived);
  return {
    from: days[0]?.date ?? monday,
    to: days.at(-1)?.date ?? addDays(monday, 6),
    days: days.length,
    worn: wear.filter((share) => share !== undefined).length,
    wear: meanOf(wear),
    steps: mean('steps'),
    asleep: mean('asleep'),
    restingHeartRate: mean('resting_heart_rate'),
    active: active.length > 0 ? active.reduce((sum, minutes) => sum + minutes, 0) : undefined,
    activeDays: active.length,
  };
}

function activeMinutes(days: readonly Day[], derived: DerivedFigures | undefined): number[] {
  const values = derived?.columns.get('zone_active_minutes')?.values;
  return days.flatMap(({ date }) => values?.[derived?.dates.indexOf(date) ?? -1] ?? []);
}

function meanOf(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length > 0 ? known.reduce((sum, value) => sum + value, 0) / known.length : undefined;
}
