import { expect, it } from 'vitest';
import type { Metric } from '../api/client';
import type { SourceSummary } from '../api/queries/viewSummary';
import { summaryWords } from './summary';

const HEART = { key: 'heart_rate', kind: 'gauge', display: 'bpm', decimals: 0, present: 'always' } as Metric;
const STEPS = { key: 'steps', kind: 'amount', display: 'steps', decimals: 0, present: 'always' } as Metric;
const WEIGHT = { key: 'weight', kind: 'gauge', display: 'kg', decimals: 1, present: 'occasional' } as Metric;

/** With plain spaces between thousands. */
const words = (metric: Metric, sources: readonly SourceSummary[]) =>
  summaryWords(metric, sources)?.replaceAll('\u202f', ' ');

it('says what the service counted, and never more than that', () => {
  const summary = { count: 9000, sum: 558_000, min: 48, max: 151, avg: 62 };
  const coverage = { unit: 'minutes' as const, total: 1440, totalPresent: 900, share: 0.625 };
  expect(words(HEART, [{ summary, coverage }])).toBe('mean 62, 48–151 · 900 of 1 440 min recorded');
  expect(words(HEART, [])).toBeUndefined();
  expect(words(HEART, [{ summary: { ...summary, count: 0 }, coverage }])).toBeUndefined();
});

it('counts amounts only while the watch was worn, and claims no share where nobody knows', () => {
  const summary = { count: 1440, sum: 9214, min: 0, max: 120, avg: 6.4 };
  const coverage = { unit: 'minutes' as const, total: 1440, totalPresent: 900, share: 0.625 };
  expect(words(STEPS, [{ summary, coverage }])).toBe('9 214 steps in view · 900 of 1 440 min worn and recorded');
  expect(words(STEPS, [{ summary, coverage: { ...coverage, totalPresent: 1440, share: null } }])).toBe(
    '9 214 steps in view · 1 440 min recorded, wear unknown',
  );
  const one = { count: 1, sum: 81.2, min: 81.2, max: 81.2, avg: 81.2 };
  expect(words(WEIGHT, [{ summary: one, coverage: { ...coverage, total: 0, share: null } }])).toBe(
    'mean 81.2, 81.2–81.2 · 1 sample',
  );
});
