import { describe, expect, it } from 'vitest';
import type { Series } from './client';
import { gapLimit, lowerBound, rowAt, stretches } from './columns';
import { decodeSeries } from './decode';

const COVERAGE = { unit: 'minutes' as const, total: 0, totalPresent: 0, share: null, reasons: [] };
const SUMMARY = { count: 0, sum: 0, min: null, max: null, avg: null };

function series(part: Partial<Series>): Series {
  return {
    participant: 1,
    metric: 'heart_rate',
    source: 'fitbit',
    device: '',
    unit: '/min',
    kind: 'gauge',
    cadence: 5,
    zone: 'Europe/Berlin',
    resolution: 'raw',
    t0: 1_000_000,
    coverage: COVERAGE,
    summary: SUMMARY,
    ...part,
  };
}

describe('decodeSeries', () => {
  it('reads raw samples at t0 + t', () => {
    const columns = decodeSeries([series({ t: [0, 5_000, 12_000], v: [61, 60, 64] })]);
    expect([...columns.x]).toEqual([1_000_000, 1_005_000, 1_012_000]);
    expect([...columns.y]).toEqual([61, 60, 64]);
    expect([...columns.low]).toEqual([61, 60, 64]);
    expect(columns.width).toBe(5_000);
  });

  it('drops empty buckets of a regular roll-up instead of drawing zero', () => {
    const columns = decodeSeries([
      series({
        resolution: '1m',
        step: 60_000,
        count: [12, 0, 11],
        sum: [720, null, 770],
        min: [55, null, 66],
        max: [70, null, 75],
        avg: [60, null, 70],
      }),
    ]);
    expect([...columns.x]).toEqual([1_000_000, 1_120_000]);
    expect([...columns.y]).toEqual([60, 70]);
    expect([...columns.low]).toEqual([55, 66]);
    expect([...columns.high]).toEqual([70, 75]);
    expect([...columns.count]).toEqual([12, 11]);
  });

  it('draws the sum of an amount and keeps a measured zero', () => {
    const columns = decodeSeries([
      series({
        kind: 'amount',
        cadence: 60,
        resolution: '1h',
        t: [0, 7_200_000],
        sum: [0, 900],
        avg: [0, 15],
        count: [60, 60],
      }),
    ]);
    expect([...columns.y]).toEqual([0, 900]);
    expect(columns.width).toBe(3_600_000);
  });

  it('joins pages in their order', () => {
    const columns = decodeSeries([series({ t: [0], v: [60] }), series({ t0: 2_000_000, t: [0, 5_000], v: [70, 71] })]);
    expect([...columns.x]).toEqual([1_000_000, 2_000_000, 2_005_000]);
  });

  it('is empty for no pages', () => {
    expect(decodeSeries([]).x).toHaveLength(0);
  });
});

describe('gaps', () => {
  it('are three missed samples, or one missing bucket where buckets are wider', () => {
    expect(gapLimit('raw', 5_000)).toBe(60_000);
    expect(gapLimit('raw', 300_000)).toBe(900_000);
    expect(gapLimit('1m', 5_000)).toBe(90_000);
    expect(gapLimit('1m', 60_000)).toBe(180_000);
    expect(gapLimit('1m', 300_000)).toBe(900_000);
    expect(gapLimit('1h', 60_000)).toBe(5_400_000);
  });

  it('split the data into stretches that reach to the end of the last sample', () => {
    const columns = decodeSeries([series({ t: [0, 10_000, 70_000, 131_000], v: [1, 2, 3, 4] })]);
    expect(stretches(columns)).toEqual([
      { from: 1_000_000, to: 1_075_000 },
      { from: 1_131_000, to: 1_136_000 },
    ]);
  });

  it('have no row under the cursor', () => {
    const columns = decodeSeries([series({ t: [0, 10_000, 100_000], v: [1, 2, 3] })]);
    expect(rowAt(columns, 1_004_000)).toBe(0);
    expect(rowAt(columns, 1_009_000)).toBe(1);
    expect(rowAt(columns, 1_050_000)).toBeUndefined();
    expect(rowAt(columns, 1_101_000)).toBe(2);
    expect(rowAt(columns, 990_000)).toBeUndefined();
  });
});

it('finds the first value not below the wanted one', () => {
  expect(lowerBound([1, 3, 3, 7], 3)).toBe(1);
  expect(lowerBound([1, 3, 3, 7], 4)).toBe(3);
  expect(lowerBound([1, 3, 3, 7], 8)).toBe(4);
  expect(lowerBound([], 1)).toBe(0);
});
