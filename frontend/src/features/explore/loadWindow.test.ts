import { describe, expect, it } from 'vitest';
import { panSpan, scaleSpan } from '../../time/span';
import { windowOf } from './loadWindow';

const HOUR = 3_600_000;
const YEAR = 365 * 24 * HOUR;
const LIMITS = { from: 0, to: YEAR };
const at = (share: number, length: number) => ({ from: share * YEAR, to: share * YEAR + length });

describe.each([HOUR / 60, HOUR, 24 * HOUR, 30 * 24 * HOUR])('of a view of %d ms', (length) => {
  it('reaches beyond the view on both sides, and not far', () => {
    for (let share = 0.2; share < 0.7; share += 0.0137) {
      const view = at(share, length);
      const window = windowOf(view, LIMITS);
      expect(window.from).toBeLessThan(view.from);
      expect(window.to).toBeGreaterThan(view.to);
      expect(window.to - window.from).toBeLessThanOrEqual(Math.max(4.5 * length, 4 * 60_000));
    }
  });

  it('stays the same while the view moves or grows a little', () => {
    const windows = new Set(
      Array.from({ length: 100 }, (_, step) => JSON.stringify(windowOf(panSpan(at(0.5, length), step / 100), LIMITS))),
    );
    expect(windows.size).toBeLessThanOrEqual(6);
    const view = at(0.5, length * 0.8);
    const grown = new Set(
      Array.from({ length: 20 }, (_, step) => JSON.stringify(windowOf(scaleSpan(view, 1 + step / 200), LIMITS))),
    );
    expect(grown.size).toBeLessThanOrEqual(4);
  });
});

it('never leaves the history', () => {
  expect(windowOf(LIMITS, LIMITS)).toEqual(LIMITS);
  expect(windowOf({ from: 0, to: HOUR }, LIMITS).from).toBe(0);
});
