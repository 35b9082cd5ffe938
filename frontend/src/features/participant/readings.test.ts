import { expect, it } from 'vitest';
import { dayOf } from '../../../dev/fake/days';
import { createPeople } from '../../../dev/fake/people';
import type { Day } from '../../api/client';
import { datesOf } from '../../time/range';
import { cadencesOf, readingsOf, withBaseline } from './figures';

const MINUTES = new Map([['steps', 60]]);
const [alice] = createPeople('2026-05-12');

function daysWith(steps: readonly (number | undefined)[], to: string): Day[] {
  if (!alice) {
    throw new Error('nobody');
  }
  const dates = datesOf({ from: withBaseline({ from: to, to }).from, to }).slice(-steps.length);
  return dates.map((date, index) => {
    const sum = steps[index];
    return {
      ...dayOf(alice, date),
      vendor: {},
      sleep: null,
      metrics: sum === undefined ? {} : { steps: { count: 1_400, sum, min: 0, max: 100, avg: sum / 1_400 } },
    };
  });
}

it('compares a day with the mean of the days before that have data', () => {
  const days = daysWith([8_000, 10_000, undefined, 8_000, 10_000, 9_000, 9_000, 12_500], '2026-05-12');
  const [steps] = readingsOf(days, { from: '2026-05-12', to: '2026-05-12' }, MINUTES, 1);
  expect(steps).toMatchObject({
    quantity: { value: '12\u202f500', unit: 'steps' },
    change: '3\u202f500 above usual',
    usual: 'usual 9\u202f000 (6 days)',
    evidence: '1\u202f400 of 1\u202f440 min recorded',
  });
});

it('has no usual from fewer than five days', () => {
  const [steps] = readingsOf(
    daysWith([8_000, 9_000, 7_000, 9_000], '2026-05-12'),
    { from: '2026-05-12', to: '2026-05-12' },
    MINUTES,
    1,
  );
  expect(steps).toMatchObject({ change: 'No usual yet', usual: 'usual needs 5 of the 30 days before, has 3' });
});

it('takes the mean of a range’s days with data and says how many they are', () => {
  const days = daysWith([9_000, 9_000, 9_000, 9_000, 9_000, 6_000, undefined, 8_000], '2026-05-12');
  const [steps] = readingsOf(days, { from: '2026-05-10', to: '2026-05-12' }, MINUTES, 1);
  expect(steps).toMatchObject({
    quantity: { value: '7\u202f000' },
    change: '2\u202f000 below usual',
    evidence: 'mean of 2 of 3 days',
  });
});

it('says that a day has no data instead of zero', () => {
  const days = daysWith([9_000, 9_000, 9_000, 9_000, 9_000, undefined], '2026-05-12');
  const [steps] = readingsOf(days, { from: '2026-05-12', to: '2026-05-12' }, MINUTES, 1);
  expect(steps?.quantity).toBeUndefined();
  expect(steps?.change).toBe('No data');
});

it('counts what is recorded in the cadence of the person’s own series', () => {
  const [day] = daysWith([9_000], '2026-05-12').map((steps) => ({
    ...steps,
    metrics: { calories: { count: 24, sum: 1_986, min: 60, max: 200, avg: 82.75 } },
  }));
  if (!day) {
    throw new Error('no day');
  }
  const series = [{ metric: 'calories', source: 'fitabase', device: '', cadence: 3600, first: '', last: '' }];
  const range = { from: day.date, to: day.date };
  const [energy] = readingsOf([day], range, cadencesOf({ series }), 1);
  expect(energy?.evidence).toBe('24 of 24 h recorded');
  const [longer] = readingsOf([{ ...day, hours: 25 }], range, cadencesOf({ series }), 1);
  expect(longer?.evidence).toBe('24 of 25 h recorded');
});
