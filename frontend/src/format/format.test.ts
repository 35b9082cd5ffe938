import { describe, expect, it } from 'vitest';
import { wallClock } from '../time/zone';
import { formatAgo, formatDate, formatDateTime, formatRange, formatTime, formatUntil } from './dates';
import { freshness } from './freshness';
import { count, formatBytes, formatDuration, formatMetres, formatMinutes, formatNumber } from './numbers';

describe('numbers', () => {
  it('set thousands apart and never show minus zero', () => {
    expect(formatNumber(9214)).toBe('9\u202f214');
    expect(formatNumber(1234567.891, 1)).toBe('1\u202f234\u202f567.9');
    expect(formatNumber(-0.2)).toBe('0');
    expect(formatNumber(-3.25, 1)).toMatch(/^\u22123\.[23]$/);
  });

  it('say durations as people do', () => {
    expect(formatMinutes(411)).toBe('6 h 51 min');
    expect(formatMinutes(59.6)).toBe('1 h');
    expect(formatMinutes(0)).toBe('0 min');
    expect(formatDuration(84)).toBe('84 ms');
    expect(formatDuration(3_200)).toBe('3.2 s');
    expect(formatDuration(75 * 60_000)).toBe('1 h 15 min');
    expect(formatDuration(3 * 86_400_000)).toBe('3.0 days');
  });

  it('choose the unit', () => {
    expect(formatMetres(740)).toEqual({ value: '740', unit: 'm' });
    expect(formatMetres(6_840)).toEqual({ value: '6.8', unit: 'km' });
    expect(formatBytes(38_400)).toBe('38 kB');
    expect(count(1, 'day')).toBe('1 day');
    expect(count(30, 'day')).toBe('30 days');
  });
});

describe('dates', () => {
  it('say a day and a range without repeating themselves', () => {
    expect(formatDate('2026-05-12')).toBe('Tue 12 May 2026');
    expect(formatRange({ from: '2026-05-06', to: '2026-05-12' })).toBe('6 – 12 May 2026');
    expect(formatRange({ from: '2026-04-13', to: '2026-05-12' })).toBe('13 Apr – 12 May 2026');
    expect(formatRange({ from: '2025-12-30', to: '2026-01-05' })).toBe('30 Dec 2025 – 5 Jan 2026');
    expect(formatRange({ from: '2026-05-12', to: '2026-05-12' })).toBe('Tue 12 May 2026');
  });

  it('use the participant’s clock', () => {
    const clock = wallClock([{ validFrom: null, zone: 'Asia/Kolkata' }]);
    expect(formatTime(clock, Date.parse('2026-05-12T20:00:30Z'), true)).toBe('01:30:30');
    expect(formatDateTime(clock, Date.parse('2026-05-12T20:00:30Z'))).toBe('13 May 01:30');
  });

  it('say how long ago or in how long', () => {
    expect(formatAgo(0, 30_000)).toBe('just now');
    expect(formatAgo(0, 125_000)).toBe('2 min ago');
    expect(formatAgo(20_000, 0)).toBe('just now');
    expect(formatUntil(86_400_000, 0)).toBe('in 1 day');
    expect(formatUntil(20_000, 0)).toBe('in under 1 min');
    expect(formatUntil(0, 0)).toBe('now');
  });
});

it('tells fresh from late and old', () => {
  const now = Date.parse('2026-05-12T12:00:00Z');
  expect(freshness('2026-05-11T00:00:00Z', now)).toBe('fresh');
  expect(freshness('2026-05-10T00:00:00Z', now)).toBe('late');
  expect(freshness('2026-05-05T00:00:00Z', now)).toBe('old');
  expect(freshness('2016-05-12T19:59:00Z', now)).toBe('old');
  expect(freshness(null, now)).toBe('none');
});
