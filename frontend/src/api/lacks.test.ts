import { expect, it } from 'vitest';
import type { Columns } from './columns';
import { lackAt, missingOf } from './lacks';

const HOUR = 3_600_000;

function hours(counts: readonly number[], expected: number): Columns {
  const rows = counts.flatMap((count, hour) => (count > 0 ? [{ count, x: hour * HOUR }] : []));
  const y = new Float64Array(rows.length);
  return {
    x: Float64Array.from(rows, ({ x }) => x),
    y,
    low: y,
    high: y,
    count: Float64Array.from(rows, ({ count }) => 6 * count),
    present: Float64Array.from(rows, ({ count }) => count),
    expected: new Float64Array(rows.length).fill(expected),
    unit: 'minutes',
    width: HOUR,
    gap: 1.5 * HOUR,
    resolution: '1h',
  };
}

it('is found at its instants and nowhere else', () => {
  const lacks = [
    { from: 10, to: 20, reason: 'not-worn' as const },
    { from: 30, to: 40, reason: 'unknown' as const },
  ];
  expect([9, 10, 19, 20, 35, 40].map((at) => lackAt(lacks, at)?.reason)).toEqual([
    undefined,
    'not-worn',
    'not-worn',
    undefined,
    'unknown',
    undefined,
  ]);
});

it('buckets without and with too few minutes of samples are missing, those with most of what is enough are not', () => {
  const lack = { from: 0, to: 5 * HOUR, reason: 'not-worn' as const };
  expect(missingOf(hours([0, 55, 0, 20, 60], 60), [lack])).toEqual([
    { from: 0, to: HOUR, reason: 'not-worn' },
    { from: 2 * HOUR, to: 4 * HOUR, reason: 'not-worn' },
  ]);
});

it('what is measured only asleep is not missing where there is some of it', () => {
  const lack = { from: 0, to: 3 * HOUR, reason: 'sleep-only' as const };
  expect(missingOf(hours([0, 10, 0], 60), [lack])).toEqual([
    { from: 0, to: HOUR, reason: 'sleep-only' },
    { from: 2 * HOUR, to: 3 * HOUR, reason: 'sleep-only' },
  ]);
});
