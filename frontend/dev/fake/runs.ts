import type { DayEvent, Run, Status } from '../../src/api/client';
import { addDays } from '../../src/time/localDate';
import { hasDay, type Person } from './people';
import { randomOf } from './random';

const TYPES = [
  'heart_rate',
  'steps',
  'calories',
  'distance',
  'spo2',
  'hrv',
  'breathing_rate',
  'sleep',
  'daily_summary',
];
const FAILURE =
  'Fetch failed: the source answered 503 five times. The day keeps what it had; the next try is in 4 minutes.';

/** What ingest would have done for the people so far, newest first. */
export function createRuns(people: readonly Person[], days: number): Run[] {
  const runs: Run[] = [];
  const live = people.filter(({ source }) => source === 'fitbit');
  let at = Date.now() - days * live.length * TYPES.length * 1_500;
  for (let back = days - 1; back >= 0; back--) {
    for (const person of live) {
      for (const dataType of TYPES) {
        at += 1_500;
        runs.push(
          runOf(
            person,
            dataType,
            addDays(person.lastDay, -back),
            at,
            runs.length + 1,
            back > 2 ? 'first-start' : 'schedule',
          ),
        );
      }
    }
  }
  return runs.reverse();
}

export function runOf(
  person: Person,
  dataType: string,
  date: string,
  at: number,
  id: number,
  trigger: Run['trigger'],
): Run {
  const random = randomOf('run', id);
  const dice = random();
  const state = dice < 0.03 ? 'failed' : dice < 0.1 ? 'unchanged' : 'stored';
  const samples = !hasDay(person, date) ? 0 : dataType === 'heart_rate' ? 8_700 + Math.round(random() * 600) : 1_440;
  const failed = state === 'failed';
  return {
    id,
    participant: person.id,
    source: person.source,
    dataType,
    date,
    trigger,
    state,
    startedAt: new Date(at).toISOString(),
    finishedAt: new Date(at + 300).toISOString(),
    fetchMillis: Math.round(20 + random() * 60),
    parseMillis: failed ? null : Math.round(2 + random() * 20),
    storeMillis: failed ? null : Math.round(8 + random() * 50),
    bytes: failed ? null : samples * 33,
    samples: failed ? null : samples,
    duplicates: failed ? null : 0,
    rejections: failed ? null : random() < 0.06 ? 3 : 0,
    attempts: failed ? 5 : 1,
    revision: failed ? null : 1,
    error: failed ? FAILURE : null,
    flag: null,
    parserVersion: failed ? null : 1,
  };
}

export function statusOf(people: readonly Person[], dueAt: number, startedAt: number): Status {
  return {
    version: '1.0.0',
    engine: 'PostgreSQL 18.1',
    startedAt: new Date(startedAt).toISOString(),
    every: 120,
    positions: people
      .filter(({ source }) => source === 'fitbit')
      .map(({ id, source, lastDay }) => ({
        participant: id,
        source,
        state: id === 2 ? ('retrying' as const) : ('ok' as const),
        nextDate: addDays(lastDay, 1),
        dueAt: new Date(dueAt).toISOString(),
        note: id === 2 ? 'The source answered 503; trying again.' : null,
      })),
    lake: { payloads: 4_321, bytes: 1_234_000_000 },
  };
}

export function eventOf(person: Person, dataType: string): DayEvent {
  return {
    participant: person.id,
    source: person.source,
    dataType,
    date: person.lastDay,
    revision: 1,
    samples: 1440,
    trigger: 'schedule',
  };
}
