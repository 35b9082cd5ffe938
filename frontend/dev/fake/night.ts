import type { SleepSession } from '../../src/api/client';
import { addDays, type LocalDate, utcOf } from '../../src/time/localDate';
import { hasDay, type Person } from './people';
import { randomOf } from './random';

type Stage = SleepSession['stages'][number];
const MINUTE = 60_000;
const iso = (instant: number) => new Date(instant).toISOString();

/** The main sleep that ends on the date, sometimes a nap; people from the export have classic sleep. */
export function sessionsOn(person: Person, date: LocalDate): SleepSession[] {
  if (!hasDay(person, date) || (person.source === 'fitabase' && person.id % 2 === 0)) {
    return [];
  }
  const random = randomOf('sleep', person.id, date);
  const start = person.clock.startOf(addDays(date, -1)) + (22.3 + random() * 1.6) * 60 * MINUTE;
  const classic = person.source === 'fitabase';
  const sessions = [session(person, date, start, 400 + Math.round(random() * 90), true, classic, random)];
  const weekend = new Date(utcOf(date)).getUTCDay() % 6 === 0;
  if (weekend) {
    const nap = person.clock.startOf(date) + (13.5 + random()) * 60 * MINUTE;
    sessions.push(session(person, date, nap, 35 + Math.round(random() * 30), false, true, random));
  }
  return sessions;
}

function session(
  person: Person,
  date: LocalDate,
  start: number,
  minutes: number,
  main: boolean,
  classic: boolean,
  random: () => number,
): SleepSession {
  const from = Math.round(start / 30_000) * 30_000;
  const stages = classic ? classicStages(from, minutes, random) : cycles(from, minutes, random);
  const shortWakes = classic ? [] : wakes(from, minutes, random);
  const levels: Record<string, number> = {};
  for (const { level, seconds } of [...stages, ...shortWakes]) {
    levels[level] = (levels[level] ?? 0) + seconds / 60;
  }
  const awake = Math.round((levels.wake ?? 0) + (levels.awake ?? 0) + (levels.restless ?? 0));
  return {
    id: `${person.id}-${date}-${main ? 'main' : 'nap'}`,
    date,
    start: iso(from),
    end: iso(from + minutes * MINUTE),
    source: person.source,
    main,
    counts: true,
    type: classic ? 'classic' : 'stages',
    minutesAsleep: minutes - awake,
    minutesAwake: awake,
    minutesInBed: minutes,
    efficiency: Math.round(((minutes - awake) / minutes) * 100),
    stages,
    shortWakes,
    levels,
  };
}

function cycles(start: number, minutes: number, random: () => number): Stage[] {
  const plan: [Stage['level'], number][] = [];
  for (let cycle = 0; cycle < 6; cycle++) {
    plan.push(
      ['wake', cycle === 0 ? 6 : random() < 0.4 ? 5 : 0],
      ['light', 14 + random() * 16],
      ['deep', Math.max(0, 38 - cycle * 9 + random() * 8)],
    );
    plan.push(['light', 12 + random() * 20], ['rem', 6 + cycle * 6 + random() * 8]);
  }
  return laid(plan, start, minutes);
}

function classicStages(start: number, minutes: number, random: () => number): Stage[] {
  const plan: [Stage['level'], number][] = [['awake', 3]];
  for (let part = 0; part < 14; part++) {
    plan.push(['asleep', 25 + random() * 40], ['restless', 1 + random() * 5]);
  }
  return laid(plan, start, minutes);
}

function laid(plan: readonly (readonly [Stage['level'], number])[], start: number, minutes: number): Stage[] {
  const stages: Stage[] = [];
  let at = start;
  const end = start + minutes * MINUTE;
  for (const [level, length] of plan) {
    const seconds = Math.min(Math.round(length * 2) * 30, (end - at) / 1000);
    if (seconds > 0) {
      stages.push({ start: iso(at), seconds, level });
      at += seconds * 1000;
    }
  }
  return stages;
}

function wakes(start: number, minutes: number, random: () => number): Stage[] {
  return Array.from({ length: 9 }, () => ({
    start: iso(start + Math.round((random() * (minutes - 10) + 5) * 2) * 30_000),
    seconds: 30 + Math.floor(random() * 4) * 30,
    level: 'wake' as const,
  })).toSorted((a, b) => a.start.localeCompare(b.start));
}
