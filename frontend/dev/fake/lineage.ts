import type { Schemas } from '../../src/api/client';
import { hasDay, type Person } from './people';
import { runOf } from './runs';
import { samplesOn } from './samples';

const MINUTE = 60_000;

/** Where a point would come from. */
export function lineageOf(person: Person, metric: string, at: string): Schemas['Lineage'] {
  const instant = Date.parse(at);
  const date = person.clock.dateAt(instant);
  const { t, v } = samplesOn(person, metric, date);
  const index = t.findIndex((sample) => sample >= instant && sample < instant + MINUTE);
  const payload = `${person.source}/${person.id}/${date}/${metric}-59fa4b515bc96edf.gz`;
  const run = runOf(person, metric, date, Date.now() - 3_600_000, 3700, 'schedule');
  return {
    ...{ participant: person.id, metric, at },
    origins: hasDay(person, date)
      ? [
          {
            ...{ source: person.source, dataType: metric, date, payload, revision: 1, parserVersion: 1 },
            sample: index < 0 ? null : { at: new Date(t[index] as number).toISOString(), value: v[index] as number },
            hash: '59fa4b515bc96edf878490158614ffcd3c5c4bf508ee5d6d669c46e4aea401df',
            deliveredAt: run.finishedAt,
            run,
            revisions: [],
          },
        ]
      : [],
  };
}
