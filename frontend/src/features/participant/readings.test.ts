import { expect, it } from 'vitest';
import type { RangeSummary, RangeValue } from '../../api/summary';
import { besideWords, readingOf, readingsOf } from './readings';

const STEPS: RangeValue = {
  ...{ key: 'steps', name: 'Steps', unit: '{steps}', display: 'steps', decimals: 0, family: 'movement' },
  ...{ nightly: false, headline: true, statistic: 'value', value: 12_500, reason: null, note: null, missing: null },
  ...{ known: 1, of: 1, coverage: 900 / 1_440, coverageUnit: 'minutes', present: 900, expected: 1_440 },
  ...{ wear: { share: 0.625, days: 1 }, basis: 'samples', usualDays: 27, change: 3_500 },
  usual: { mean: 9_000, deviation: 800, days: 27, from: '2026-04-12', to: '2026-05-11' },
};
const REST: RangeValue = {
  ...{ ...STEPS, key: 'resting_heart_rate', name: 'Resting heart rate (vendor)', unit: '/min', display: 'bpm' },
  ...{ family: 'heart', value: 62, basis: 'vendor', coverage: null, coverageUnit: null, present: 0, expected: 0 },
  ...{ change: -2, usual: { mean: 64, deviation: 1, days: 27, from: '2026-04-12', to: '2026-05-11' } },
};
const OURS: RangeValue = {
  ...{ ...REST, key: 'derived_resting_heart_rate', name: 'Resting heart rate (Daystream)', headline: false },
  ...{ value: 57, basis: 'derived', coverage: 0.9, change: 2 },
  usual: { mean: 55, deviation: 1, days: 27, from: '2026-04-12', to: '2026-05-11' },
};

function summaryOf(values: RangeValue[], derived: RangeValue[] = []): RangeSummary {
  return { participant: 1, from: '2026-05-12', to: '2026-05-12', days: 1, values, derived, weeks: [], streaks: [] };
}

it('says a value, its change, the usual and the data behind it', () => {
  expect(readingOf({ ...STEPS, reason: 'not-worn' }, undefined)).toMatchObject({
    quantity: { value: '12\u202f500', unit: 'steps' },
    change: '3\u202f500 steps above usual',
    usual: 'usual 9\u202f000 steps (27 days)',
    evidence: '900 of 1\u202f440 min worn and recorded, not worn',
  });
});

it('says that wear is unknown instead of a share', () => {
  const unknown = { ...STEPS, wear: null, coverage: null, present: 1_440, reason: 'wear-unknown' as const };
  expect(readingOf(unknown, undefined).evidence).toBe('1\u202f440 min recorded; wear unknown (no heart rate)');
  const other = { ...unknown, wear: STEPS.wear };
  expect(readingOf(other, undefined).evidence).toBe('1\u202f440 min recorded; wear unknown');
});

it('names nobody’s value while the sessions that it is made from are on their way', () => {
  const sleep = { ...STEPS, key: 'asleep', basis: 'sessions' as const, coverage: null, coverageUnit: null };
  expect(readingOf(sleep, undefined).evidence).toBe('');
});

it('says how many days a mean is made from', () => {
  const mean = { ...STEPS, statistic: 'mean' as const, known: 30, of: 31, reason: 'not-worn' as const };
  expect(readingOf(mean, undefined)).toMatchObject({
    per: 'a day',
    evidence: 'mean of 30 of 31 days, worn\u00a063\u00a0%',
  });
  const nights = { ...mean, key: 'asleep', nightly: true };
  expect(readingOf(nights, undefined)).toMatchObject({ per: 'a night', evidence: 'mean of 30 of 31 nights' });
});

it('says why there is no value, and claims nothing else', () => {
  const nap = {
    ...{ ...STEPS, key: 'asleep', value: null, change: null, coverage: null, basis: null },
    ...{ reason: 'no-main-sleep' as const, note: 'main sleep not recorded; nap 57 min' },
  };
  expect(readingOf(nap, undefined)).toMatchObject({
    quantity: undefined,
    change: 'Main sleep not recorded; nap 57 min',
    evidence: '',
  });
});

it('says how far the usual is when it is not there yet', () => {
  const fresh = { ...STEPS, usual: null, usualDays: 3, change: null };
  expect(readingOf(fresh, undefined)).toMatchObject({
    change: 'No usual yet',
    usual: 'usual needs 5 of the 30 days before, has 3',
  });
});

it('tells the other resting heart rate beside the headline, each against its own usual', () => {
  const words = 'Daystream: 57 bpm, 2 bpm above its own usual 55 bpm. Each is compared with its own 30 days before.';
  expect(besideWords(REST, OURS)).toBe(words);
  expect(besideWords({ ...REST, change: 3 }, OURS)).toBe('Daystream: 57 bpm, 2 bpm above its own usual 55 bpm');
  const [reading] = readingsOf(summaryOf([REST], [OURS]), undefined, 6);
  expect(reading).toMatchObject({ name: 'Resting heart rate (vendor)', beside: words });
  const [ours] = readingsOf(summaryOf([{ ...REST, headline: false }], [{ ...OURS, headline: true }]), undefined, 6);
  expect(ours?.name).toBe('Resting heart rate (Daystream)');
  expect(ours?.beside).toContain('vendor: 62 bpm, 2 bpm below its own usual 64 bpm');
});

it('leaves out what no source brings', () => {
  const absent = { ...REST, value: null, usual: null, usualDays: 0, change: null, basis: null };
  expect(readingsOf(summaryOf([STEPS, absent]), undefined, 6).map(({ key }) => key)).toEqual(['steps']);
});
