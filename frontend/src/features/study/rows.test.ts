import { expect, it } from 'vitest';
import type { Participant } from '../../api/client';
import { arrange, daysSpanned, sparkGroups } from './rows';

const WEAR = { days: 0, of: 0, minutes: 0, share: null };

function person(id: number, name: string, lastDay: string | null = '2026-05-12'): Participant {
  const firstDay = lastDay && '2026-05-01';
  return {
    id,
    name,
    externalId: null,
    zone: 'UTC',
    sources: ['fitbit'],
    firstDay,
    lastDay,
    lastDelivery: null,
    enrolment: { from: firstDay, until: null },
    wear7: WEAR,
    wear30: WEAR,
  };
}

it('sorts by a column, ties by id, and both ways', () => {
  const people = [person(3, 'Bob'), person(1, 'alice'), person(2, 'Bob')];
  expect(arrange(people, {}).map(({ id }) => id)).toEqual([1, 2, 3]);
  expect(arrange(people, { sort: 'name' }).map(({ id }) => id)).toEqual([1, 2, 3]);
  expect(arrange(people, { sort: 'name', order: 'descending' }).map(({ id }) => id)).toEqual([2, 3, 1]);
});

it('finds by name, id or source', () => {
  const people = [person(17, 'Alice'), person(2, 'Bob')];
  expect(arrange(people, { filter: 'ALI' }).map(({ id }) => id)).toEqual([17]);
  expect(arrange(people, { filter: '17' }).map(({ id }) => id)).toEqual([17]);
  expect(arrange(people, { filter: 'fitbit' })).toHaveLength(2);
});

it('counts days with both ends', () => {
  expect(daysSpanned(person(1, 'Alice'))).toBe(12);
  expect(daysSpanned(person(1, 'Alice', null))).toBe(0);
});

it('asks for a fortnight of up to fifty people at once', () => {
  const people = [
    ...Array.from({ length: 120 }, (_, index) => person(index + 1, 'x')),
    person(200, 'y', '2026-05-02'),
    person(201, 'z', null),
  ];
  const groups = sparkGroups(people);
  expect(groups.map(({ participants }) => participants.length)).toEqual([50, 50, 20, 1]);
  expect(groups[0]?.range).toEqual({ from: '2026-04-29', to: '2026-05-12' });
});
