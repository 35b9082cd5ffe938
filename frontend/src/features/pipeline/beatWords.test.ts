import { expect, test } from 'vitest';
import type { Beat } from '../../api/queries/schedule';
import { wallClock } from '../../time/zone';
import { nextWords, rhythmWords } from './beatWords';

const BEAT: Beat = {
  ...{ key: 'verify', name: 'verify', every: null, cron: '0 30 3 * * ?', state: 'never' },
  ...{ startedAt: null, endedAt: null, error: null, next: '2026-05-13T01:30:00Z' },
};

test.each([
  [5, null, 'every 5 s'],
  [0.5, null, 'every 500 ms'],
  [null, '0 30 4 * * ?', 'daily at 04:30'],
  [null, '0 0 5 ? * SUN', 'Sundays at 05:00'],
  [null, '0 0 5 1 * ?', '0 0 5 1 * ?'],
  [null, '0 0/5 * * * ?', '0 0/5 * * * ?'],
])('a rhythm of %s or %s is %s', (every, cron, words) => {
  expect(rhythmWords({ every, cron })).toBe(words);
});

test('the next time is told on the clock that is shown', () => {
  const now = Date.parse('2026-05-12T22:30:00Z');
  const berlin = wallClock([{ validFrom: null, zone: 'Europe/Berlin' }]);
  expect(nextWords(BEAT, berlin, now)).toEqual({ at: '13 May 03:30', until: 'in 3 h' });
  expect(nextWords({ ...BEAT, every: 5, cron: null }, berlin, now)).toEqual({ until: 'within 5 s' });
  expect(nextWords({ ...BEAT, next: null }, berlin, now)).toEqual({ until: 'not set' });
});
