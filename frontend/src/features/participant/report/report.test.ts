import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../../dev/fake/days';
import { createPeople } from '../../../../dev/fake/people';
import { periodAt } from '../../../charts/derived/period';
import { datesOf } from '../../../time/range';
import { readReportSearch, reportRange } from './search';
import { reportWeeks } from './weeks';

describe('the days of a report', () => {
  it('are those of the address, else the last 30', () => {
    expect(reportRange(readReportSearch({}), '2026-05-12')).toEqual({ from: '2026-04-13', to: '2026-05-12' });
    const search = readReportSearch({ from: '2026-03-05', to: '2026-03-01' });
    expect(reportRange(search, '2026-05-12')).toEqual({ from: '2026-03-01', to: '2026-03-05' });
    expect(readReportSearch({ from: '2026-02-30', to: '2026-03-01', print: 'later' })).toEqual({});
  });

  it('are no more than can be printed', () => {
    const { from } = reportRange({ from: '1990-01-01', to: '2026-05-12' }, '2026-05-12');
    expect(from).toBe('2022-05-10');
  });
});

describe('the weeks of a report', () => {
  const [alice] = createPeople('2026-05-12');
  const dates = datesOf({ from: '2026-05-01', to: '2026-05-12' });
  const days = dates.map((date) => ({
    ...dayOf(alice as NonNullable<typeof alice>, date),
    vendor: {},
    wear: date === '2026-05-05' ? null : { minutes: 720, share: 0.5 },
  }));

  it('begin on Monday; the first and the last are parts', () => {
    const weeks = reportWeeks(days, undefined);
    expect(weeks.map(({ from, to, days }) => [from, to, days])).toEqual([
      ['2026-05-01', '2026-05-03', 3],
      ['2026-05-04', '2026-05-10', 7],
      ['2026-05-11', '2026-05-12', 2],
    ]);
    expect(weeks[1]).toMatchObject({ worn: 6, wear: 0.5, restingHeartRate: undefined });
  });

  it('add active minutes up, and say of how many days', () => {
    const values = dates.map((date) => (date === '2026-05-06' ? null : 10));
    const none = values.map(() => null);
    const usual = { mean: none, deviation: none, days: none };
    const column = { values, coverage: values.map(() => 1), reasons: none, missing: none, usual };
    const derived = { dates, columns: new Map([['zone_active_minutes', column]]) };
    expect(reportWeeks(days, derived)[1]).toMatchObject({ active: 60, activeDays: 6 });
  });
});

it('a derived figure of a period is the mean of its days, against the days before them', () => {
  const values = [...Array.from({ length: 10 }, () => 50), 60, null, 70];
  const column = {
    values,
    coverage: values.map((value) => (value === null ? null : 0.9)),
    reasons: values.map((value) => (value === null ? ('not-recorded' as const) : null)),
    missing: values.map((value) => (value === null ? ['wake_before_sleep'] : null)),
    usual: { mean: [], deviation: [], days: [] },
  };
  expect(periodAt(column, 3)).toMatchObject({ value: 65, known: 2, coverage: 0.9, reason: null, usual: { mean: 50 } });
  const none = { ...column, values: values.map(() => null), coverage: values.map(() => null) };
  const lack = { reason: 'not-recorded', missing: ['wake_before_sleep'] };
  expect(periodAt(none, 3)).toMatchObject({ value: null, coverage: null, ...lack });
  expect(periodAt({ ...column, coverage: none.coverage }, 3)).toMatchObject({ value: 65, coverage: null });
});
