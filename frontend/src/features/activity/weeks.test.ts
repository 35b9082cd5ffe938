import { expect, it } from 'vitest';
import { ACTIVE, streaksOf, weeksOf, ZONES } from './weeks';

const DATES = ['2026-05-09', '2026-05-10', '2026-05-11', '2026-05-12'];
const column = (values: (number | null)[]) => ({
  values,
  coverage: values.map((value) => (value === null ? 0.2 : 0.9)),
  reasons: values.map((value) => (value === null ? ('too-little-data' as const) : null)),
  usual: { mean: [], deviation: [], days: [] },
});

it('adds up the days of a calendar week, and tells how many there were', () => {
  const columns = new Map([
    ...ZONES.map(({ key }) => [key, column([100, 10, null, 20])] as const),
    [ACTIVE, column([100, 30, null, 40])] as const,
  ]);
  const [newest, before, ...more] = weeksOf({ dates: DATES, columns }, '2026-05-10');
  expect(more).toEqual([]);
  expect(newest).toMatchObject({ from: '2026-05-11', to: '2026-05-17', zones: [20, 20, 20, 20], active: 40, days: 1 });
  // The ninth lies before the first day that is shown.
  expect(before).toMatchObject({ from: '2026-05-04', zones: [10, 10, 10, 10], active: 30, days: 1, coverage: 0.9 });
});

it('finds the longest run and the one that lasts', () => {
  const dates = ['1', '2', '3', '4', '5', '6', '7'];
  expect(streaksOf(dates, [30, 30, 30, null, 30, 30, null], 22)).toEqual({
    longest: { days: 3, to: '3' },
    current: { days: 2, to: '6' },
  });
  expect(streaksOf(dates, [30, 5, 1, 1, 1, 1, 1], 22).current).toEqual({ days: 0, to: '7' });
  expect(streaksOf(dates, [null, null], 22).longest).toEqual({ days: 0, to: undefined });
});
