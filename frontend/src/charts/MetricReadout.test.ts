import { expect, it } from 'vitest';
import { METRICS } from '../../dev/fake/people';
import type { Metric } from '../api/client';
import type { DecodedSeries } from '../api/queries/series';
import { imputedPartWords, imputedWords } from './MetricReadout';

const HOUR = 3_600_000;
const imputed = {
  x: Float64Array.of(0, HOUR),
  y: Float64Array.of(72, 70),
  low: Float64Array.of(66, 64),
  high: Float64Array.of(79, 77),
  width: HOUR,
  minutes: Float64Array.of(12, 60),
  method: ['profile 1', 'profile 1'],
};
const series = [{ imputed } as unknown as DecodedSeries];
const metric = METRICS[0] as Metric;

it('says how much of an hour was imputed, and of a whole one that it was', () => {
  expect(imputedWords(metric, series, 0)).toBe('12 of 60 min imputed: 72 bpm, 66–79 (profile 1)');
  expect(imputedWords(metric, series, HOUR)).toBe('imputed 70 bpm, 64–77 (profile 1)');
});

it('follows what was measured in the same hour', () => {
  expect(imputedPartWords(metric, series, 0)).toBe('; 12 of 60 min imputed: 72 bpm, 66–79 (profile 1)');
  expect(imputedPartWords(metric, series, 2 * HOUR)).toBe('');
});
