import type { DayEvent, Run } from '../../src/api/client';
import { addDays, type LocalDate } from '../../src/time/localDate';
import { createPeople, type Person } from './people';
import { createRuns, eventOf, runOf } from './runs';

/** Everything that the made-up service knows. Two with the same last day answer the same. */
export interface World {
  readonly people: Person[];
  readonly runs: Run[];
  readonly startedAt: number;
  dueAt: number;
  /** Brings one more day for those who deliver, and returns its events. */
  advance(): DayEvent[];
}

export function createWorld(lastDay: LocalDate = '2026-05-12', days = 60): World {
  const people = createPeople(lastDay);
  const world: World = {
    people,
    runs: createRuns(people, days),
    startedAt: Date.now() - 3_600_000,
    dueAt: Date.now() + 95_000,
    advance() {
      const types = ['heart_rate', 'steps', 'sleep', 'daily_summary'];
      return people
        .filter(({ source }) => source === 'fitbit')
        .flatMap((person) => {
          person.lastDay = addDays(person.lastDay, 1);
          person.lastDelivery = Date.now();
          return types.map((type) => {
            world.runs.unshift(runOf(person, type, person.lastDay, Date.now(), world.runs.length + 1, 'schedule'));
            return eventOf(person, type);
          });
        });
    },
  };
  return world;
}
