import type { Day, Schemas } from '../../src/api/client';
import { groupBy } from '../../src/api/groupBy';
import type { RangeSummary, RangeValue, RangeWeek } from '../../src/api/summary';
import { addDays, startOfWeek } from '../../src/time/localDate';
import { datesOf } from '../../src/time/range';
import { dayOf } from './days';
import { DERIVED, derivedOf } from './derived';
import { DAILY, METRICS, type Person } from './people';
import { usualOf } from './usual';

type Words = Pick<RangeValue, 'key' | 'name' | 'unit' | 'display' | 'decimals' | 'family'>;
type Numbers = readonly (number | null)[];

const HEADLINES = [
  'steps',
  'resting_heart_rate',
  'asleep',
  'distance',
  'hrv_daily_rmssd',
  'spo2_daily_average',
  'calories',
  'heart_rate',
];
const NIGHTLY = new Set(['asleep', 'hrv_daily_rmssd', 'spo2_daily_average']);
const ASLEEP: Words = { key: 'asleep', name: 'Asleep', unit: 'min', display: 'min', decimals: 0, family: 'sleep' };

/** What the service would answer of a range of made-up days. */
export function summaryOf(person: Person, from: string, to: string): RangeSummary {
  const days = datesOf({ from: addDays(from, -30), to }).map((date) => dayOf(person, date));
  const derived = derivedOf(person, addDays(from, -30), to, []);
  const inside = days.slice(30);
  const minutesOf = (key: string) => derived.metrics.find((metric) => metric.key === key)?.values.slice(30) ?? [];
  return {
    participant: person.id,
    ...{ from, to, days: inside.length },
    values: HEADLINES.map((key) => {
      const last = inside.at(-1)?.values[key];
      const value = rangeValueOf(
        wordsOf(key),
        days.map((day) => day.values[key]?.value ?? null),
        from,
      );
      const only = value.statistic === 'value' && last ? { reason: last.reason, note: last.note } : {};
      return {
        ...value,
        ...only,
        basis: last?.basis ?? null,
        nightly: NIGHTLY.has(key),
        headline: true,
        ...evidence(last),
      };
    }),
    derived: derived.metrics.map(({ key, values }) => {
      const words = DERIVED.find((metric) => metric.key === key) as Words;
      const value = rangeValueOf(pick(words), values, from);
      const known = value.value !== null;
      return {
        ...value,
        reason: known ? null : 'not-delivered',
        coverage: known ? 0.93 : null,
        basis: known ? 'derived' : null,
      };
    }),
    weeks: weeksOf(inside, minutesOf),
    streaks: [
      streakOf('zone_active_minutes', 22, minutesOf('zone_active_minutes'), from),
      streakOf(
        'steps',
        10_000,
        inside.map((day) => day.values.steps?.value ?? null),
        from,
      ),
    ],
  };
}

function pick({ key, name, unit, display, decimals, family }: Words): Words {
  return { key, name, unit, display, decimals, family };
}

function wordsOf(key: string): Words {
  const metric = [...METRICS, ...DAILY].find((one) => one.key === key);
  return key === 'asleep' || !metric ? { ...ASLEEP, key } : pick(metric);
}

function evidence(value: Schemas['DailyValue'] | undefined) {
  return value?.unit
    ? { coverage: value.coverage, coverageUnit: value.unit, present: value.present, expected: value.expected }
    : {};
}

function rangeValueOf(words: Words, all: Numbers, from: string): RangeValue {
  const range = all.slice(30);
  const known = range.filter((value) => value !== null);
  const value = known.length > 0 ? known.reduce((sum, one) => sum + one, 0) / known.length : null;
  const usual = usualOf(all, 30);
  return {
    ...words,
    ...{ nightly: false, headline: false, statistic: range.length === 1 ? 'value' : 'mean', value },
    ...{ reason: null, note: null, missing: null, known: known.length, of: range.length },
    ...{ coverage: null, coverageUnit: null, present: 0, expected: 0, wear: { share: 0.96, days: known.length } },
    basis: null,
    usual: usual ? { ...usual, from: addDays(from, -30), to: addDays(from, -1) } : null,
    usualDays: all.slice(0, 30).filter((one) => one !== null).length,
    change: usual && value !== null ? value - usual.mean : null,
  };
}

function weeksOf(days: readonly Day[], minutesOf: (key: string) => Numbers): RangeWeek[] {
  const weeks = groupBy(days, ({ date }) => startOfWeek(date));
  return [...weeks.values()].map((ofWeek) => {
    const minutes = (key: string) => ofWeek.flatMap((day) => minutesOf(key)[days.indexOf(day)] ?? []);
    const total = (key: string) => minutes(key).reduce((sum, one) => sum + one, 0);
    const mean = (key: string) => {
      const known = ofWeek.flatMap((day) => day.values[key]?.value ?? []);
      return known.length > 0 ? known.reduce((sum, one) => sum + one, 0) / known.length : null;
    };
    const active = minutes('zone_active_minutes').length;
    const told = minutes('time_in_light_zone').length;
    return {
      ...{ from: (ofWeek[0] as Day).date, to: (ofWeek.at(-1) as Day).date, days: ofWeek.length },
      values: {
        ...{ steps: mean('steps'), asleep: mean('asleep'), resting_heart_rate: mean('resting_heart_rate') },
        active: { sum: active > 0 ? total('zone_active_minutes') : null, days: active },
        zones: {
          ...{ light: total('time_in_light_zone'), moderate: total('time_in_moderate_zone') },
          ...{ vigorous: total('time_in_vigorous_zone'), peak: total('time_in_peak_zone') },
          ...{ days: told, coverage: told > 0 ? 0.93 : null },
        },
      },
      wear: { share: 0.96, days: ofWeek.length },
    };
  });
}

function streakOf(key: Schemas['Streak']['key'], goal: number, values: Numbers, from: string): Schemas['Streak'] {
  const days = values.map((value) => (value === null ? 'unknown' : value >= goal ? 'reached' : 'missed'));
  let longest: Schemas['StreakRun'] = { days: 0, to: null };
  let current = longest;
  let run = 0;
  days.forEach((state, index) => {
    run = state === 'reached' ? run + 1 : 0;
    const here = { days: run, to: addDays(from, index) };
    longest = run > longest.days ? here : longest;
    current = state === 'unknown' ? current : here;
  });
  const [reached, known] = [days.filter((day) => day === 'reached'), days.filter((day) => day !== 'unknown')];
  return { key, goal, longest, current, reached: reached.length, known: known.length, days };
}
