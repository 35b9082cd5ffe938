import { describe, expect, it } from 'vitest';
import { datesOf } from './range';
import { daysOfYear, monthEdges, WEEKS, walk, yearGrid, yearsOf } from './yearGrid';

const ALL = { from: '1900-01-01', to: '2100-12-31' };

describe('a year of cells', () => {
  it('has every day once, weeks from Monday, also in leap years and over clock changes', () => {
    for (const year of [2012, 2023, 2024, 2025, 2026, 2028]) {
      const { cells } = yearGrid(year, ALL);
      expect(cells.map(({ date }) => date)).toEqual(datesOf(daysOfYear(year)));
      expect(new Set(cells.map(({ column, row }) => `${column} ${row}`)).size).toBe(cells.length);
      for (const { date, row, column } of cells) {
        expect(row).toBe((new Date(`${date}T12:00:00Z`).getUTCDay() + 6) % 7);
        expect(column).toBeLessThan(WEEKS);
      }
    }
  });

  it('begins in the first column whatever the weekday, and needs 54 columns at most', () => {
    expect(yearGrid(2024, ALL).cells[0]).toEqual({ date: '2024-01-01', column: 0, row: 0 });
    expect(yearGrid(2023, ALL).cells[0]).toEqual({ date: '2023-01-01', column: 0, row: 6 });
    expect(yearGrid(2023, ALL).cells[1]).toEqual({ date: '2023-01-02', column: 1, row: 0 });
    // A leap year from a Sunday on.
    expect(yearGrid(2012, ALL).cells.at(-1)).toEqual({ date: '2012-12-31', column: 53, row: 0 });
  });

  it('leaves out what lies outside of the history', () => {
    const { cells } = yearGrid(2025, { from: '2025-03-30', to: '2025-04-01' });
    expect(cells.map(({ date }) => date)).toEqual(['2025-03-30', '2025-03-31', '2025-04-01']);
    expect(yearGrid(2024, { from: '2025-03-30', to: '2025-04-01' }).cells).toEqual([]);
  });

  it('names the months over the week that they begin in', () => {
    const { months, cells } = yearGrid(2024, ALL);
    expect(months).toHaveLength(12);
    expect(months[2]).toBe(cells.find(({ date }) => date === '2024-03-01')?.column);
  });
});

it('years are the newest first', () => {
  expect(yearsOf({ from: '2023-11-01', to: '2026-01-08' })).toEqual([2026, 2025, 2024, 2023]);
});

it('months are bordered within their year', () => {
  expect(monthEdges('2026-05-01')).toEqual({ left: true, top: true });
  expect(monthEdges('2026-06-01')).toEqual({ left: true, top: false });
  expect(monthEdges('2026-05-08')).toEqual({ left: false, top: false });
  expect(monthEdges('2026-01-03')).toEqual({ left: false, top: false });
});

describe('keys', () => {
  const history = { from: '2024-02-01', to: '2026-01-08' };
  it('walk by days and weeks, over the ends of months and years', () => {
    expect(walk('2026-01-03', 'ArrowLeft', history)).toBe('2025-12-27');
    expect(walk('2024-02-28', 'ArrowDown', history)).toBe('2024-02-29');
    expect(walk('2025-03-01', 'ArrowUp', history)).toBe('2025-02-28');
    expect(walk('2025-12-30', 'ArrowRight', history)).toBe('2026-01-06');
  });
  it('reach the ends of the month, and four weeks', () => {
    expect(walk('2024-02-10', 'End', history)).toBe('2024-02-29');
    expect(walk('2025-12-10', 'End', history)).toBe('2025-12-31');
    expect(walk('2025-12-10', 'Home', history)).toBe('2025-12-01');
    expect(walk('2025-12-30', 'PageUp', history)).toBe('2025-12-02');
  });
  it('stay within the history, and leave other keys alone', () => {
    expect(walk('2026-01-05', 'ArrowRight', history)).toBe('2026-01-08');
    expect(walk('2024-02-02', 'ArrowLeft', history)).toBe('2024-02-01');
    expect(walk('2026-01-05', 'a', history)).toBeUndefined();
  });
});
