import { expect, it } from 'vitest';
import { wallClock } from '../time/zone';
import { coverageWords, stretchWords } from './coverageWords';

const clock = wallClock([{ validFrom: null, zone: 'Europe/Berlin' }]);
const at = (time: string) => Date.parse(`2026-05-12T${time}:00+02:00`);
const view = { from: at('00:00'), to: clock.endOf('2026-05-12') };
const present = [
  { from: at('00:00'), to: at('14:05') },
  { from: at('15:20'), to: at('23:00') },
];

it('says from when to when there are data, and how long', () => {
  expect(coverageWords(present, at('03:00'), view, clock)).toBe('Data 00:00 – 14:05, 14 h 5 min');
});

it('says how long a hole is, and why when that is known', () => {
  expect(coverageWords(present, at('14:30'), view, clock)).toBe('No data 14:05 – 15:20, 1 h 15 min');
  expect(coverageWords(present, at('14:30'), view, clock, 'Measured only during sleep')).toBe(
    'No data 14:05 – 15:20, 1 h 15 min. Measured only during sleep',
  );
});

it('ends a hole with the view', () => {
  expect(coverageWords(present, at('23:30'), view, clock)).toBe('No data 23:00 – 00:00, 1 h');
  expect(coverageWords([], at('12:00'), view, clock)).toBe('No data 00:00 – 00:00, 24 h');
});

it('says of a stretch what lies in view', () => {
  const stretch = { from: at('14:05'), to: at('23:30') + 3_600_000 };
  expect(stretchWords('Not worn', stretch, view, clock)).toBe('Not worn 14:05 – 00:00, 9 h 55 min');
});
