import { expect, it } from 'vitest';
import type { Columns } from '../../api/columns';
import { visibleRuns } from './runs';

function columnsAt(...x: number[]): Columns {
  const values = new Float64Array(x.length);
  return {
    x: new Float64Array(x),
    y: values,
    low: values,
    high: values,
    count: values,
    present: values,
    expected: values,
    unit: 'samples',
    width: 5,
    gap: 15,
    resolution: 'raw',
  };
}

it('a line is cut at every hole and nowhere else', () => {
  expect(visibleRuns(columnsAt(0, 5, 15, 31, 36, 100), 0, 200)).toEqual([
    [0, 3],
    [3, 5],
    [5, 6],
  ]);
});

it('a view takes one neighbour on each side, so that lines run to its edges', () => {
  expect(visibleRuns(columnsAt(0, 10, 20, 30, 40, 50), 12, 28)).toEqual([[1, 4]]);
});

it('a hole across the view leaves nothing that crosses it', () => {
  expect(visibleRuns(columnsAt(0, 5, 100, 105), 20, 80)).toEqual([
    [1, 2],
    [2, 3],
  ]);
});

it('nothing measured, nothing drawn', () => {
  expect(visibleRuns(columnsAt(), 0, 10)).toEqual([]);
});
