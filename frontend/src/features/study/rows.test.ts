import { expect, it } from 'vitest';
import type { Participant } from '../../api/client';
import type { Flag, StudyRow } from '../../api/queries/study';
import { arrange, sparkGroups, wearText } from './rows';

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

function row(id: number, name: string, ...flags: Flag[]): StudyRow {
  return {
    participant: person(id, name),
    enrolled: 'yes',
    consent: 'given',
    lastSync: null,
    lastFetch: null,
    nights: 0,
    nightsOf: 0,
    hasEmail: false,
    lastContact: null,
    flags,
  };
}
const ids = (rows: readonly StudyRow[]) => rows.map(({ participant }) => participant.id);

it('has whoever needs attention most come first', () => {
  const rows = [row(1, 'a'), row(2, 'b', 'low-sleep', 'low-wear'), row(3, 'c', 'no-data'), row(4, 'd', 'no-consent')];
  expect(ids(arrange(rows, {}))).toEqual([4, 3, 2, 1]);
  expect(ids(arrange(rows, { flag: 'low-wear' }))).toEqual([2]);
});

it('sorts by a column, ties by id, and both ways', () => {
  const people = [row(3, 'Bob'), row(1, 'alice'), row(2, 'Bob')];
  expect(ids(arrange(people, { sort: 'name' }))).toEqual([1, 2, 3]);
  expect(ids(arrange(people, { sort: 'name', order: 'descending' }))).toEqual([2, 3, 1]);
});

it('finds by name, id or source', () => {
  const people = [row(17, 'Alice'), row(2, 'Bob')];
  expect(ids(arrange(people, { filter: 'ALI' }))).toEqual([17]);
  expect(ids(arrange(people, { filter: '17' }))).toEqual([17]);
  expect(arrange(people, { filter: 'fitbit' })).toHaveLength(2);
});

it('says nothing of wear that is being computed', () => {
  expect(wearText({ ...WEAR, share: 0.5, pending: 3 })).toBeNull();
  expect(wearText({ ...WEAR, share: 0.5, pending: 0 })).toBe('50 %');
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
