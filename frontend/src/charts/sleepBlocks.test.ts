import { expect, it } from 'vitest';
import type { SleepSession } from '../api/client';
import { wallClock } from '../time/zone';
import { blocksOf, lanesOf, levelAt, windowsOf } from './sleepBlocks';

const NIGHT: SleepSession = {
  id: '1',
  date: '2026-03-29',
  start: '2026-03-28T22:00:00Z',
  end: '2026-03-29T05:00:00Z',
  source: 'fitbit',
  main: true,
  counts: true,
  type: 'stages',
  minutesAsleep: 400,
  minutesAwake: 20,
  minutesInBed: 420,
  efficiency: 95,
  stages: [
    { start: '2026-03-28T22:00:00Z', seconds: 600, level: 'wake' },
    { start: '2026-03-28T22:10:00Z', seconds: 3_600, level: 'deep' },
  ],
  shortWakes: [{ start: '2026-03-28T22:30:00Z', seconds: 60, level: 'wake' }],
  levels: {},
};
const NAP: SleepSession = {
  ...NIGHT,
  id: '2',
  main: false,
  type: 'classic',
  stages: [{ start: '2026-03-29T12:00:00Z', seconds: 1_800, level: 'asleep' }],
  shortWakes: [],
};

it('staged sleep has four lanes, classic sleep three', () => {
  expect(lanesOf([NIGHT, NAP])).toEqual(['Deep', 'Light', 'REM', 'Awake']);
  expect(lanesOf([NAP])).toEqual(['Asleep', 'Restless', 'Awake']);
  expect(lanesOf([])).toEqual(['Deep', 'Light', 'REM', 'Awake']);
});

it('short wakes lie on top of the stages', () => {
  const blocks = blocksOf([NIGHT], lanesOf([NIGHT]));
  expect(blocks.map(({ lane, overlay }) => [lane, overlay])).toEqual([
    [3, false],
    [0, false],
    [3, true],
  ]);
  expect(levelAt([NIGHT], Date.parse('2026-03-28T22:30:30Z'))).toBe('Awake');
  expect(levelAt([NIGHT], Date.parse('2026-03-28T22:31:30Z'))).toBe('Deep');
  expect(levelAt([NIGHT], Date.parse('2026-03-29T04:00:00Z'))).toBeUndefined();
});

it('a classic nap among staged nights covers every lane of sleep, because its stage is not known', () => {
  const nap = blocksOf([NIGHT, NAP], lanesOf([NIGHT, NAP])).find(({ top }) => top !== undefined);
  expect(nap).toMatchObject({ lane: 0, top: 2 });
});

it('bed and wake times are those of the clock on the wall, also in the night it jumps', () => {
  const [night] = windowsOf([NIGHT], wallClock([{ validFrom: null, zone: 'Europe/Berlin' }]));
  expect(night).toMatchObject({ begin: 11 * 60, end: 19 * 60, minor: false });
});
