import { expect, it } from 'vitest';
import type { Columns } from '../../api/columns';
import type { Imputed } from '../../api/imputation';
import { amountAt, hatches } from './imputed';

const HOUR = 3_600_000;

function hoursOf(...minutes: number[]): Imputed {
  const values = new Float64Array(minutes.length).fill(60);
  return {
    x: Float64Array.from(minutes, (_, index) => index * HOUR),
    ...{ y: values, low: values, high: values, width: HOUR },
    minutes: Float64Array.from(minutes),
    method: minutes.map(() => 'profile 1'),
  };
}

it('is as high as the imputed part of each hour', () => {
  const found = hatches(hoursOf(60, 60, 12, 30), [0, 4], (at) => (at / HOUR) * 40, 100);
  expect(found).toEqual([
    { left: 0, right: 80, height: 100 },
    { left: 80, right: 120, height: 20 },
    { left: 120, right: 160, height: 50 },
  ]);
});

it('is never too low to be seen, and within a pixel as high as its highest', () => {
  expect(hatches(hoursOf(1), [0, 1], (at) => at / HOUR, 100)).toEqual([{ left: 0, right: 1, height: 5 }]);
  const dense = hatches(hoursOf(6, 54, 6), [0, 3], (at) => (at / HOUR) * 0.3, 100);
  expect(dense).toEqual([{ left: 0, right: expect.closeTo(0.9), height: 90 }]);
});

it('an imputed amount stands on what its bucket measured', () => {
  const columns = { x: Float64Array.of(0, HOUR), y: Float64Array.of(400, 90) } as unknown as Columns;
  expect([amountAt(columns, 0), amountAt(columns, HOUR), amountAt(columns, 2 * HOUR)]).toEqual([400, 90, 0]);
});
