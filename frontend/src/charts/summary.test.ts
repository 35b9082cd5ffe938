import { expect, it } from 'vitest';
import { presentShare } from './summary';

const view = { from: 100, to: 200 };

it('is the part of the view that any source covers', () => {
  expect(presentShare([], view)).toBe(0);
  expect(presentShare([{ from: 0, to: 500 }], view)).toBe(1);
  expect(
    presentShare(
      [
        { from: 90, to: 120 },
        { from: 110, to: 130 },
        { from: 190, to: 300 },
      ],
      view,
    ),
  ).toBeCloseTo(0.4);
});
