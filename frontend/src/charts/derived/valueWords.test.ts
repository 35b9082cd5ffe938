import { expect, it } from 'vitest';
import { absenceWords } from './valueWords';

it('says why there is no value', () => {
  expect(absenceWords({ note: null, reason: 'not-worn', missing: null })).toBe('Not worn');
  const nap = { note: 'main sleep not recorded; nap 57 min', reason: 'no-main-sleep' as const, missing: null };
  expect(absenceWords(nap)).toBe('Main sleep not recorded; nap 57 min');
  expect(absenceWords({ note: null, reason: 'too-little-data', missing: ['heart_rate', 'sleep'] })).toBe(
    'Too little data: heart rate, sleep',
  );
  expect(absenceWords({ note: null, reason: 'no-sleep', missing: ['sleep'] })).toBe('No sleep recorded');
  expect(absenceWords({ note: null, reason: 'not-recorded', missing: ['night_hrv'] })).toBe(
    'Not recorded: HRV of the night',
  );
  expect(absenceWords({ note: null, reason: null, missing: null })).toBe('No value');
});
