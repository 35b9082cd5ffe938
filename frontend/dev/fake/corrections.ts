import type { Schemas } from '../../src/api/client';
import { addDays } from '../../src/time/localDate';
import type { Person } from './people';

const SIDE = { payload: null, hash: null, parserVersion: 1 };

/** The first person's day before the last came again with more steps, and once too short. */
export function correctionsOf(person: Person): Schemas['CorrectionPage'] {
  const date = addDays(person.lastDay, -1);
  const of = (
    id: number,
  ): Pick<Schemas['Correction'], 'id' | 'participant' | 'date' | 'source' | 'dataType' | 'withdrawn'> => ({
    ...{ id, participant: person.id, date, source: person.source, dataType: 'steps', withdrawn: 0 },
  });
  const arrivedAt = new Date(person.lastDelivery).toISOString();
  const corrections: Schemas['Correction'][] = [
    {
      ...of(2),
      arrivedAt,
      trigger: 'manual',
      run: 812,
      outcome: 'refused',
      flag: 'shorter',
      revision: 2,
      before: { ...SIDE, samples: 1440 },
      after: { ...SIDE, samples: 600 },
      changes: [
        { kind: 'samples', metric: 'steps', added: 0, removed: 840, changed: 0, sumBefore: 9410, sumAfter: 3000 },
      ],
    },
    {
      ...of(1),
      arrivedAt,
      trigger: 'refresh',
      run: 790,
      outcome: 'applied',
      flag: null,
      revision: 2,
      before: { ...SIDE, samples: 1200 },
      after: { ...SIDE, samples: 1440 },
      withdrawn: 15,
      changes: [
        { kind: 'samples', metric: 'steps', added: 240, removed: 0, changed: 3, sumBefore: 9214, sumAfter: 9410 },
      ],
    },
  ];
  return { participant: person.id, corrections: person.id === 1 ? corrections : [], next: null };
}

/** Everyone stays in one zone. */
export function zonesOf({ id, zone }: Person): Schemas['ZoneHistory'] {
  const outdated = { deliveries: 0, days: 0, first: null, last: null };
  return { participant: id, zones: [{ validFrom: null, zone }], outdated };
}
