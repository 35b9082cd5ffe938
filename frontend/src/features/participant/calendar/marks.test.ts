import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../../dev/fake/days';
import { createPeople, METRICS } from '../../../../dev/fake/people';
import type { Day } from '../../../api/client';
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
  return { ...dayOf(alice, '2026-05-11'), wear: { minutes: 1_380, share: 1_380 / 1_440 }, ...changes };
}

const lack = (reason: NonNullable<Day['coverage'][string]['reason']>, coverage: number) => ({
  ...{ count: 0, unit: 'samples' as const, present: 0, expected: 1_440 },
  coverage,
  reason,
});
const steps = (sum: number) => ({ steps: { count: 1_440, sum, min: 0, max: 90, avg: sum / 1_440 } });

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
    expect(markOfDay(WORN, day({ wear: { minutes: 0, share: 0 } })).look).toBe('worn');
    const failed = day({ wear: null, coverage: { heart_rate: lack('fetch-failed', 0) } });
    expect(markOfDay(WORN, failed).look).toBe('failed');
  });
});

describe('a metric', () => {
  it('is the total or the mean of the day, with its coverage', () => {
    const coverage = { steps: { ...lack('not-worn', 1), reason: null } };
    const mark = markOfDay(show('steps'), day({ metrics: steps(9_214), coverage }));
    expect(mark).toMatchObject({ value: 9_214, partial: false });
    expect(mark.words).toBe('9\u202f214 steps, coverage 100 %');
    const oxygen = { spo2: { count: 300, sum: 28_800, min: 94, max: 98, avg: 96 } };
    expect(markOfDay(show('spo2'), day({ metrics: oxygen })).words).toBe('96.0 %, measured only during sleep');
  });

  it('stands for a part of the day where much is missing', () => {
    const mark = markOfDay(
      show('steps'),
      day({ metrics: steps(2_000), coverage: { steps: lack('not-synced', 0.5) }, wear: { minutes: 700, share: 0.49 } }),
    );
    expect(mark).toMatchObject({ value: 2_000, partial: true });
    expect(mark.words).toContain('coverage 50 %, not synced');
  });

  it('does not take the zeros of a watch on the table for a value', () => {
    const off = day({ metrics: steps(0), coverage: { steps: lack('unknown', 1) }, wear: { minutes: 0, share: 0 } });
    expect(markOfDay(show('steps'), off)).toMatchObject({ value: undefined, look: 'worn' });
  });

  it('tells no data from little', () => {
    const none = markOfDay(show('steps'), day({ metrics: {}, coverage: { steps: lack('before-enrolment', 0) } }));
    expect(none).toMatchObject({ value: undefined, look: 'pale' });
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
