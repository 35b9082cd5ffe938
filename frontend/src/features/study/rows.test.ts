import { expect, it } from 'vitest';
import type { Participant } from '../../api/client';
import type { Flag, StudyRow } from '../../api/queries/study';
import { dailyWear } from './dailyWear';
import { arrange, wearText, wearWords } from './rows';

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
    dailyWear: [],
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

it('has whoever was silent longest come first among those alike', () => {
  const silent = (id: number, lastSync: string | null) => ({ ...row(id, 'x', 'no-data'), lastSync });
  const rows = [silent(1, '2026-05-10T00:00:00Z'), silent(2, null), silent(3, '2026-05-01T00:00:00Z')];
  expect(ids(arrange(rows, {}))).toEqual([2, 3, 1]);
  expect(ids(arrange(rows, { order: 'descending', sort: 'need' }))).toEqual([1, 3, 2]);
});

it('tells wear of the days known so far, and how many are not', () => {
  expect(wearText({ ...WEAR, share: null, pending: 3 })).toBeNull();
  expect(wearText({ ...WEAR, share: 0.5, pending: 3 })).toBe('50 %');
  expect(wearWords({ ...WEAR, of: 7, days: 4, share: 0.5, pending: 1 })).toBe(
    '4 of 7 days with heart rate; 1 day still being computed',
  );
  expect(wearText({ ...WEAR, share: 0.5, pending: 0 })).toBe('50 %');
});

it('draws a bar for each day worn, and a line on the ground where nothing is known', () => {
  const drawn = dailyWear([null, 1, 0.5, 0]);
  expect(drawn.bars.match(/M/g)).toHaveLength(3);
  expect(drawn.gaps.match(/M/g)).toHaveLength(1);
  expect(drawn.words).toBe('Worn 50 % of the time on 3 of 4 days');
  expect(dailyWear([null, null]).words).toBe('No wear is known of the last 2 days');
});
