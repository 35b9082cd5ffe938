import { expect, it } from 'vitest';
import type { Columns } from '../api/columns';
import { nearestRow, stepped } from './pointSteps';

const columns = (...x: number[]) => ({ x: Float64Array.from(x) }) as Columns;
const tens = columns(...Array.from({ length: 40 }, (_, index) => index * 10));
const from = { row: 5, track: 0, columns: [tens, columns(12, 52, 90)], view: { from: 25, to: 95 } };
const press = (key: string, shiftKey = false) => stepped({ key, shiftKey }, from);

it('goes by a point, by ten, and not beyond the ends', () => {
  expect(press('ArrowRight')).toEqual({ track: 0, at: 60 });
  expect(press('ArrowLeft')).toEqual({ track: 0, at: 40 });
  expect(press('ArrowRight', true)).toEqual({ track: 0, at: 150 });
  expect(press('ArrowLeft', true)).toEqual({ track: 0, at: 0 });
});

it('goes to the first and the last in view', () => {
  expect(press('Home')).toEqual({ track: 0, at: 30 });
  expect(press('End')).toEqual({ track: 0, at: 90 });
});

it('goes to the next series at the same time, round and round', () => {
  expect(press('ArrowDown')).toEqual({ track: 1, at: 50 });
  expect(press('ArrowUp')).toEqual({ track: 1, at: 50 });
  expect(press('x')).toBeUndefined();
});

it('finds the nearest point', () => {
  expect([-5, 14, 16, 999].map((at) => nearestRow(tens, at))).toEqual([0, 1, 2, 39]);
});
