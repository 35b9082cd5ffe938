import { expect, it } from 'vitest';
import type { Participant } from '../../api/client';
import type { Flag, StudyRow } from '../../api/queries/study';
import { dailyWear } from './dailyWear';
import { flagDetail } from './flags';
import { arrange, wearText, wearWords } from './rows';
import { TEMPLATES } from './templates';

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
    lastMeasurement: null,
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
    lastArrival: null,
    lastFetch: null,
    period: null,
    period30: null,
    heartRate: true,
    nights: null,
    nightsOf: null,
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

/** A row with something of the participant replaced. */
const having = (id: number, more: Partial<Participant>, ...flags: Flag[]): StudyRow => ({
  ...row(id, 'x', ...flags),
  participant: { ...person(id, 'x'), ...more },
});

it('has whoever was not measured for longest come first among those alike', () => {
  const silent = (id: number, lastMeasurement: string | null) => having(id, { lastMeasurement }, 'no-data');
  const rows = [silent(1, '2026-05-10T00:00:00Z'), silent(2, null), silent(3, '2026-05-01T00:00:00Z')];
  expect(ids(arrange(rows, {}))).toEqual([2, 3, 1]);
  expect(ids(arrange(rows, { order: 'descending', sort: 'need' }))).toEqual([1, 3, 2]);
});

it('has what is not known come last in every column, in both directions', () => {
  const wear = (share: number | null) => ({ ...WEAR, share });
  const known = (id: number, share: number, at: string): StudyRow => ({
    ...having(id, { lastMeasurement: at, wear7: wear(share), wear30: wear(share) }),
    lastArrival: at,
    lastFetch: at,
    nights: Math.round(7 * share),
    nightsOf: 7,
  });
  const unknown = having(1, {});
  // What a source without heart rate could be taken to say of wear is no wear.
  const noHeartRate: StudyRow = { ...having(2, { wear7: wear(0), wear30: wear(0) }), heartRate: false };
  const rows = [unknown, known(3, 0.9, '2026-05-12T00:00:00Z'), noHeartRate, known(4, 0, '2016-05-12T00:00:00Z')];
  for (const sort of ['lastMeasured', 'lastArrival', 'lastFetch', 'wear7', 'wear30', 'nights'] as const) {
    expect(ids(arrange(rows, { sort })), sort).toEqual([4, 3, 1, 2]);
    expect(ids(arrange(rows, { sort, order: 'descending' })), sort).toEqual([3, 4, 1, 2]);
  }
});

it('tells wear of the days known so far, of which days it is, and how many are not known', () => {
  const of = (wear: Partial<Participant['wear7']>, heartRate = true) => ({
    wear: { ...WEAR, ...wear },
    period: { from: '2026-05-06', to: '2026-05-12' },
    heartRate,
  });
  expect(wearText(of({ share: null, pending: 3 }))).toBeNull();
  expect(wearText(of({ share: 0.5, pending: 3 }))).toBe('50 %');
  expect(wearWords(of({ of: 7, days: 4, share: 0.5, pending: 1 }))).toBe(
    '6 – 12 May 2026: 4 of 7 days with heart rate; 1 day still being computed',
  );
  expect(wearText(of({ share: 0.5, pending: 0 }))).toBe('50 %');
  expect(wearText(of({ share: 0, pending: 3 }, false))).toBe('–');
  expect(wearWords(of({ share: 0 }, false))).toBe('Not known: the source brings no heart rate');
});

it('says of a flag which days it is about, and of silence when it began', () => {
  const now = Date.parse('2026-05-13T12:00:00Z');
  const low: StudyRow = {
    ...having(1, { wear7: { ...WEAR, share: 0.5 }, lastMeasurement: '2016-05-12T19:59:00Z', zone: 'America/New_York' }),
    period: { from: '2026-05-06', to: '2026-05-12' },
    nights: 2,
    nightsOf: 7,
  };
  expect(flagDetail('low-wear', low, now)).toBe('Worn 50 % of the time, 6 – 12 May 2026');
  expect(flagDetail('low-sleep', low, now)).toBe('2 of 7 nights have a main sleep, 6 – 12 May 2026');
  expect(flagDetail('no-data', low, now)).toBe('Last measured 12 May 2016');
  expect(flagDetail('no-data', row(1, 'x'), now)).toBe('Nothing was measured yet');
});

it('has templates that name the period of every value of days, and no name that there may not be', () => {
  for (const { subject, text } of TEMPLATES) {
    const used = (name: string) => `${subject}${text}`.includes(`{${name}}`);
    expect(used('period')).toBe(used('wear7') || used('nights') || used('nightsOf'));
    expect(used('period30')).toBe(used('wear30'));
    expect(used('name')).toBe(false);
    expect(text).not.toMatch(/last week|last month|last 7 days/);
  }
});

it('draws a bar for each day worn, and a line on the ground where nothing is known', () => {
  const drawn = dailyWear([null, 1, 0.5, 0]);
  expect(drawn.bars.match(/M/g)).toHaveLength(3);
  expect(drawn.gaps.match(/M/g)).toHaveLength(1);
  expect(drawn.words).toBe('Worn 50 % of the time on 3 of 4 days');
  expect(dailyWear([null, null]).words).toBe('No wear is known of the last 2 days');
});
