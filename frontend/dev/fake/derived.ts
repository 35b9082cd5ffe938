import type { Schemas } from '../../src/api/client';
import { addDays } from '../../src/time/localDate';
import { datesOf } from '../../src/time/range';
import { hasDay, type Person } from './people';
import { randomOf } from './random';
import { usualOf } from './usual';

type Metric = Schemas['DerivedMetric'];
type Row = readonly [string, string, string, string, number, Metric['family'], Metric['draw'], number, number];

const ROWS: readonly Row[] = [
  ['derived_resting_heart_rate', 'Resting heart rate (Daystream)', '/min', 'bpm', 1, 'heart', 'line', 57, 3],
  ['time_in_light_zone', 'Time in the light zone', 'min', 'min', 1, 'heart', 'bars', 40, 20],
  ['time_in_moderate_zone', 'Time in the moderate zone', 'min', 'min', 1, 'heart', 'bars', 15, 10],
  ['time_in_vigorous_zone', 'Time in the vigorous zone', 'min', 'min', 1, 'heart', 'bars', 8, 6],
  ['time_in_peak_zone', 'Time in the peak zone', 'min', 'min', 1, 'heart', 'bars', 2, 2],
  ['zone_active_minutes', 'Active minutes by heart rate', 'min', 'min', 1, 'movement', 'bars', 35, 20],
  ['cadence_moderate_minutes', 'Minutes at moderate cadence', 'min', 'min', 0, 'movement', 'bars', 28, 15],
  ['cadence_vigorous_minutes', 'Minutes at vigorous cadence', 'min', 'min', 0, 'movement', 'bars', 6, 5],
  ['sleep_duration', 'Sleep', 'min', 'min', 0, 'sleep', 'bars', 430, 40],
  ['sleep_duration_main', 'Sleep of the night', 'min', 'min', 0, 'sleep', 'bars', 420, 40],
  ['sleep_efficiency', 'Sleep efficiency', '%', '%', 1, 'sleep', 'line', 90, 4],
  ['sleep_latency', 'Time to fall asleep', 'min', 'min', 1, 'sleep', 'points', 8, 4],
  ['sleep_regularity', 'Sleep regularity index', '1', '', 0, 'sleep', 'line', 78, 6],
  ['sleep_quality_score', 'Sleep quality score (ours)', '1', 'of 100', 0, 'sleep', 'line', 82, 8],
  ['night_hrv', 'HRV of the night (ln rMSSD)', '1', 'ln ms', 2, 'heart', 'line', 3.8, 0.15],
  ['hrv_deviation', 'HRV deviation from the normal range', '1', 'SD', 2, 'heart', 'line', 0, 0.6],
];

const HOUR = 3_600_000;

export const DERIVED: readonly Metric[] = ROWS.map(([key, name, unit, display, decimals, family, draw]) => ({
  key,
  name,
  unit,
  display,
  decimals,
  family,
  draw,
  version: 1,
  meaning: `${name}, as made-up people have it.`,
  formula: 'The median of the minutes that count.',
  inputs: [{ input: 'heart_rate', from: -1, to: 0 }],
  parameters: [{ name: 'least_asleep', value: 120, unit: 'min', meaning: 'Fewest minutes asleep with a pulse.' }],
  coverage: 'Minutes with a pulse, of all of them.',
  minimumCoverage: 0.5,
  references: [
    {
      authors: 'Ohayon M, et al.',
      year: 2017,
      title: 'Sleep quality',
      journal: 'Sleep Health 3(1):6–19',
      doi: '10.1016/j.sleh.2016.11.006',
    },
  ],
  limits: 'Made up.',
}));

function figureOf(person: Person, key: string, date: string): number | null {
  const row = ROWS.find(([known]) => known === key);
  if (!row || !hasDay(person, date) || person.source !== 'fitbit') {
    return null;
  }
  const [, , , , , , , middle, spread] = row;
  return middle + (randomOf(key, person.id, date)() - 0.5) * 2 * spread;
}

/** The figures of the wanted keys over the dates; where a day has no data, the reason. */
export function derivedOf(person: Person, from: string, to: string, keys: readonly string[]): Schemas['DerivedPage'] {
  const dates = datesOf({ from, to });
  const metrics = DERIVED.filter(({ key }) => keys.length === 0 || keys.includes(key)).map((metric) => {
    const before = datesOf({ from: addDays(from, -30), to }).map((date) => figureOf(person, metric.key, date));
    const values = before.slice(30);
    const usual = values.map((_, index) => usualOf(before, index + 30));
    const { key, name, unit, display, decimals, version } = metric;
    return {
      ...{ key, name, unit, display, decimals, version, values },
      coverage: values.map((value) => (value === null ? null : 0.93)),
      reasons: values.map((value) => (value === null ? ('not-delivered' as const) : null)),
      missing: values.map((value) => (value === null ? ['sleep'] : null)),
      usual: {
        mean: usual.map((at) => at?.mean ?? null),
        deviation: usual.map((at) => at?.deviation ?? null),
        days: usual.map((at) => at?.days ?? null),
      },
      revisions: values.map((value) => (value === null ? 0 : 2)),
      computedAt: values.map(() => person.lastDelivery),
    };
  });
  return { participant: person.id, from, to, dates, metrics, next: null };
}

export function explanationOf(person: Person, key: string, date: string): Schemas['DerivedExplanation'] | undefined {
  const figure = DERIVED.find((metric) => metric.key === key);
  const value = figureOf(person, key, date);
  const start = person.clock.startOf(date);
  return (
    figure && {
      participant: person.id,
      date,
      figure,
      value,
      coverage: value === null ? null : 0.93,
      reason: value === null ? 'not-delivered' : null,
      missing: value === null ? ['sleep'] : null,
      computedAt: person.lastDelivery,
      workings: [{ name: 'minutes asleep with a pulse', value: 402, unit: 'min' }],
      stretches: [
        { what: 'main sleep', start: new Date(start).toISOString(), end: new Date(start + 6 * HOUR).toISOString() },
      ],
      inputs: [
        {
          input: 'heart_rate',
          from: date,
          to: date,
          deliveries: [{ source: 'fitbit', dataType: 'heart_rate', date, revision: 2, samples: 9_000 }],
        },
      ],
    }
  );
}
