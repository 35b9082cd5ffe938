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
  const active = derived.metrics.find(({ key }) => key === 'zone_active_minutes')?.values.slice(30) ?? [];
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
    weeks: weeksOf(inside, active),
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

function weeksOf(days: readonly Day[], active: Numbers): RangeWeek[] {
  const weeks = groupBy(days, ({ date }) => startOfWeek(date));
  return [...weeks.values()].map((ofWeek) => {
    const minutes = ofWeek.flatMap((day) => active[days.indexOf(day)] ?? []);
    const mean = (key: string) => {
      const known = ofWeek.flatMap((day) => day.values[key]?.value ?? []);
      return known.length > 0 ? known.reduce((sum, one) => sum + one, 0) / known.length : null;
    };
    return {
      ...{ from: (ofWeek[0] as Day).date, to: (ofWeek.at(-1) as Day).date, days: ofWeek.length },
      values: {
        ...{ steps: mean('steps'), asleep: mean('asleep'), resting_heart_rate: mean('resting_heart_rate') },
        active: { sum: minutes.length > 0 ? minutes.reduce((sum, one) => sum + one, 0) : null, days: minutes.length },
      },
      wear: { share: 0.96, days: ofWeek.length },
    };
  });
}
