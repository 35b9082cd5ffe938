import { describe, expect, it } from 'vitest';
import { spreadOf } from './spread';

describe('many lines as a band', () => {
  it('halves them, and holds eight in ten', () => {
    const series = Array.from({ length: 11 }, (_, index) => line(`p${index}`, [[0, index * 10]]));
    expect(spreadOf(series)).toEqual([{ x: 0, label: 'at 0', lines: 11, low: 10, middle: 50, high: 90 }]);
  });

  it('counts at each step who has a figure there, and leaves out where nobody has', () => {
    const series = [
      line('a', [
        [2, 5],
        [1, null],
        [3, 4],
      ]),
      line('b', [[2, 7]]),
    ];
    expect(spreadOf(series).map(({ x, lines, middle }) => [x, lines, middle])).toEqual([
      [2, 2, 6],
      [3, 1, 4],
    ]);
  });
});

function line(name: string, points: readonly (readonly [number, number | null])[]) {
  return { name, colour: '', points: points.map(([x, y]) => ({ x, y, label: `at ${x}`, text: '', backing: '' })) };
}
