import { describe, expect, it } from 'vitest';
import { LEVELS, levelOf, rampOf } from './ramp';

const LEVEL = { fromZero: false };
const TOTAL = { fromZero: true };

describe('a ramp', () => {
  it('has round ends that hold the values', () => {
    expect(rampOf([52, 55, 58, 61], LEVEL)).toEqual({ low: 52, high: 61, below: false, above: false });
    expect(rampOf([3_200, 9_800, 14_100], TOTAL)).toEqual({ low: 0, high: 16_000, below: false, above: false });
  });

  it('does not let one odd day make all others alike', () => {
    const values = [...Array.from({ length: 199 }, (_, index) => 8_000 + index), 90_000];
    const ramp = rampOf(values, TOTAL);
    expect(ramp).toMatchObject({ low: 0, above: true });
    expect(ramp?.high).toBeLessThan(12_000);
  });

  it('keeps ends that are given, such as 0 to 100 %', () => {
    expect(rampOf([0.93, 0.97], { fromZero: true, domain: [0, 1] })).toMatchObject({ low: 0, high: 1 });
  });

  it('stands with values that are all the same, negative, or none', () => {
    const same = rampOf([60, 60], LEVEL);
    expect(same && same.high > same.low).toBe(true);
    const signed = rampOf([-1.2, 0.4, 0.9], TOTAL);
    expect(signed?.low).toBeLessThanOrEqual(-1.2);
    expect(rampOf([], LEVEL)).toBeUndefined();
    expect(rampOf([0, 0], TOTAL)?.high).toBeGreaterThan(0);
  });
});

it('shades rise with the value, and the last ones take what lies beyond', () => {
  const ramp = { low: 0, high: 70, below: false, above: true };
  expect([0, 9.9, 10, 35, 69.9, 70, 900].map((value) => levelOf(ramp, value))).toEqual([1, 1, 2, 4, 7, LEVELS, LEVELS]);
  expect(levelOf(ramp, -5)).toBe(1);
});
