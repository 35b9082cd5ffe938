import { expect, it } from 'vitest';
import type { SleepSession } from '../../api/client';
import { wallClock } from '../../time/zone';
import { minutesOfParts, nightsOf, overlapsOf, partsOf, stagesPerNight } from './nights';

function session(id: string, start: string, end: string, minutesAsleep: number, levels = {}): SleepSession {
  return {
    id,
    date: '2026-05-12',
    start: `2026-05-12T${start}Z`,
    end: `2026-05-12T${end}Z`,
    source: id,
    main: true,
    counts: true,
    type: 'stages',
    minutesAsleep,
    minutesAwake: 0,
    minutesInBed: minutesAsleep,
    efficiency: null,
    stages: [],
    shortWakes: [],
    levels,
  };
}

const NIGHT = session('watch', '00:00:00', '06:00:00', 330, { deep: 60, light: 180, rem: 90, wake: 30 });
const BESIDE = { ...session('ring', '01:00:00', '06:30:00', 300, { light: 300 }), counts: false };
const NAP = session('nap', '13:00:00', '13:30:00', 25, { asleep: 25, awake: 5 });

it('tells which records are of the same time', () => {
  const [overlap, ...others] = overlapsOf([NIGHT, BESIDE, NAP]);
  expect(others).toEqual([]);
  expect(overlap?.one.id).toBe('watch');
  expect(overlap?.other.id).toBe('ring');
  expect((overlap?.span.to ?? 0) - (overlap?.span.from ?? 0)).toBe(5 * 3_600_000);
});

it('takes the records that count, as the service says', () => {
  expect(
    nightsOf([NIGHT, BESIDE, NAP])
      .get('2026-05-12')
      ?.map(({ id }) => id),
  ).toEqual(['watch', 'nap']);
});

it('adds up the levels from deep to awake, each minute once', () => {
  expect(minutesOfParts([NIGHT, NAP])).toEqual([60, 205, 90, 35]);
  const clock = wallClock([{ validFrom: null, zone: 'Europe/Berlin' }]);
  const [bar] = stagesPerNight(nightsOf([NIGHT, BESIDE, NAP]), clock);
  expect(bar?.parts.map(({ value }) => value)).toEqual([60, 205, 90, 35]);
  expect(bar?.from).toBe(Date.parse('2026-05-11T22:00:00Z'));
});

it('names the parts as the records do', () => {
  const classic = { ...NAP, type: 'classic' as const };
  expect(partsOf([NIGHT]).map(({ name }) => name)).toEqual(['Deep', 'Light', 'REM', 'Awake']);
  expect(partsOf([classic]).map(({ name }) => name)).toEqual(['', 'Asleep', 'Restless', 'Awake']);
  expect(partsOf([NIGHT, classic]).map(({ name }) => name)).toContain('Light or asleep');
});
