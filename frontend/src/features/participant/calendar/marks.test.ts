import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../../dev/fake/days';
import { createPeople, METRICS } from '../../../../dev/fake/people';
import type { Day } from '../../../api/client';
import type { DailyValue } from '../../../api/summary';
import { markOfDay, markOfDerived } from './marks';
import { chosenShow, type Show, showGroups } from './shows';

const [alice] = createPeople('2026-05-12');
const GROUPS = showGroups({ series: [{ metric: 'steps' }, { metric: 'spo2' }] } as never, METRICS, []);
const WORN = chosenShow(GROUPS, undefined);

function show(key: string): Show {
  const found = chosenShow(GROUPS, key);
  expect(found.key).toBe(key);
  return found;
}

function day(changes: Partial<Day>): Day {
  if (!alice) {
    throw new Error('nobody');
  }
  return {
    ...dayOf(alice, '2026-05-11'),
    wear: { minutes: 1_380, share: 1_380 / 1_440, basis: 'heart-rate' as const },
    ...changes,
  };
}

const lack = (reason: NonNullable<Day['coverage'][string]['reason']>, coverage: number) => ({
  ...{ count: 0, unit: 'samples' as const, present: 0, expected: 1_440 },
  coverage,
  reason,
});
const NONE = {
  value: null,
  basis: null,
  unit: null,
  present: 0,
  expected: 0,
  coverage: null,
  reason: null,
  note: null,
};

/** A day with one daily value as the service tells it. */
function told(key: string, value: Partial<DailyValue>, changes: Partial<Day> = {}): Day {
  return day({ values: { [key]: { ...NONE, partial: false, ...value } }, ...changes });
}

describe('wear', () => {
  it('is a share of the local day', () => {
    expect(markOfDay(WORN, day({}))).toMatchObject({ words: 'worn 23 h of 24 h, 96 %', partial: false });
    expect(markOfDay(WORN, day({ hours: 23, kind: 'short' })).words).toBe('worn 23 h of 23 h, 96 %, a day of 23 h');
  });

  it('says why it is not known, and tells a watch that was off from one that did not sync', () => {
    const unknown = day({ wear: null, coverage: { heart_rate: lack('not-synced', 0) } });
    expect(markOfDay(WORN, unknown)).toEqual({
      value: undefined,
      look: 'synced',
      partial: false,
      words: 'wear not known, not synced',
    });
    expect(markOfDay(WORN, day({ wear: { minutes: 0, share: 0, basis: 'heart-rate' as const } })).look).toBe('worn');
    const failed = day({ wear: null, coverage: { heart_rate: lack('fetch-failed', 0) } });
    expect(markOfDay(WORN, failed).look).toBe('failed');
  });
});

describe('a metric', () => {
  it('is the daily value of the service, with its coverage', () => {
    const mark = markOfDay(show('steps'), told('steps', { value: 9_214, coverage: 1, basis: 'samples' }));
    expect(mark).toMatchObject({ value: 9_214, partial: false });
    expect(mark.words).toBe('9\u202f214 steps, coverage 100 %');
  });

  it('measured only asleep says so', () => {
    const oxygen = { spo2: { count: 300, sum: 28_800, min: 94, max: 98, avg: 96 } };
    expect(markOfDay(show('spo2'), day({ metrics: oxygen })).words).toBe('96.0 %, measured only during sleep');
  });

  it('stands for a part of the day where the service says so', () => {
    const part = { value: 2_000, coverage: 0.5, reason: 'not-synced' as const, partial: true };
    const mark = markOfDay(
      show('steps'),
      told('steps', part, { wear: { minutes: 700, share: 0.49, basis: 'heart-rate' as const } }),
    );
    expect(mark).toMatchObject({ value: 2_000, partial: true });
    expect(mark.words).toBe('2\u202f000 steps, coverage 50 %, not synced, worn 11 h 40 min');
  });

  it('without a value has its reason', () => {
    expect(markOfDay(show('steps'), told('steps', { reason: 'not-worn' }))).toMatchObject({
      value: undefined,
      look: 'worn',
      words: 'no value, not worn',
    });
    expect(markOfDay(show('steps'), told('steps', { reason: 'before-enrolment' })).look).toBe('pale');
  });

  it('claims no coverage where wear is unknown', () => {
    const unknown = { value: 5_000, reason: 'wear-unknown' as const };
    expect(markOfDay(show('steps'), told('steps', unknown)).words).toBe('5\u202f000 steps, not known whether worn');
  });
});

it('a date that never was, and a journey', () => {
  expect(markOfDay(WORN, day({ kind: 'skipped', hours: 0 }))).toMatchObject({ value: undefined, look: 'none' });
  const travel = day({ kind: 'travel', hours: 18, zones: ['Europe/Berlin', 'Asia/Tokyo'] });
  expect(markOfDay(WORN, travel).words).toContain('a day of 18 h, Europe/Berlin to Asia/Tokyo');
});

it('a derived figure with its coverage or its reason', () => {
  const figure = { ...WORN, key: 'sleep', source: 'derived' as const, text: (value: number) => `${value} min` };
  const column = {
    values: [420, null, null, 380],
    coverage: [0.93, null, null, null],
    reasons: [null, 'no-sleep' as const, 'not-recorded' as const, null],
    missing: [null, ['sleep'], ['wake_before_sleep'], ['heart_rate']],
    usual: { mean: [], deviation: [], days: [] },
  };
  expect(markOfDerived(figure, column, 0)).toMatchObject({ value: 420, words: '420 min, coverage 93 %' });
  expect(markOfDerived(figure, column, 1)).toMatchObject({ look: 'none', words: 'no sleep recorded' });
  expect(markOfDerived(figure, column, 2)).toMatchObject({ look: 'none', words: 'not recorded: wake before sleep' });
  expect(markOfDerived(figure, column, 3)).toMatchObject({ value: 380, words: '380 min' });
});
