import { expect, it } from 'vitest';
import type { Series } from './client';
import { imputedAt, imputedOf, imputedShare } from './imputation';

const page = {
  ...{ resolution: '1m', cadence: 5, t0: 1_000_000 },
  imputation: {
    ...{ t: [-60_000, 0], value: [70, 71], lower: [60, 61], upper: [80, null], made: [0, 1] },
    runs: [
      { run: 3, method: 'linear', version: 1 },
      { run: 4, method: 'profile', version: 2 },
    ],
  },
} as unknown as Series;

it('becomes columns that name the method of each value', () => {
  const values = imputedOf([page]);
  expect([...(values?.x ?? [])]).toEqual([940_000, 1_000_000]);
  expect([...(values?.high ?? [])]).toEqual([80, 71]);
  expect(values?.method).toEqual(['linear 1', 'profile 2']);
});

it('is found at its minute and nowhere else', () => {
  const values = imputedOf([page]);
  expect(values && [939_999, 940_000, 999_999, 1_059_999, 1_060_000].map((at) => imputedAt(values, at))).toEqual([
    undefined,
    0,
    0,
    1,
    undefined,
  ]);
});

it('is nothing where none was made', () => {
  expect(imputedOf([{ ...page, imputation: undefined } as unknown as Series])).toBeUndefined();
});

it('of an hour tells how many minutes were imputed, of a minute that it was', () => {
  const hours = {
    ...{ resolution: '1h', cadence: 5, t0: 0 },
    imputation: { ...page.imputation, t: [0, 3_600_000], minutes: [12, 60] },
  } as unknown as Series;
  const values = imputedOf([hours]);
  expect([...(values?.minutes ?? [])]).toEqual([12, 60]);
  expect(values && [imputedShare(values, 0), imputedShare(values, 1)]).toEqual([0.2, 1]);
  const minutes = imputedOf([page]);
  expect(minutes && [...minutes.minutes, imputedShare(minutes, 0)]).toEqual([1, 1, 1]);
});
