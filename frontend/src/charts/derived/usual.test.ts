import { expect, it } from 'vitest';
import { changeWords, formatFigure, usualAt, usualWords } from './usual';

const BPM = { unit: '/min', display: 'bpm', decimals: 0 };
const MINUTES = { unit: 'min', display: 'min', decimals: 0 };

it('takes what is usual from the days before, never from the day itself', () => {
  const values = [50, 52, null, 54, 56, 58, 99];
  expect(usualAt(values, 6)).toEqual({ mean: 54, spread: Math.sqrt(10), days: 5 });
  expect(usualAt(values, 5)).toBeUndefined();
});

it('forgets what lies more than thirty days back', () => {
  const values = [1000, ...Array.from({ length: 30 }, () => 60), 61];
  expect(usualAt(values, 31)).toEqual({ mean: 60, spread: 0, days: 30 });
});

it('says a change with its sign in words', () => {
  const usual = { mean: 57, spread: 2, days: 28 };
  expect(changeWords(BPM, 60, usual)).toBe('3 bpm above usual');
  expect(changeWords(BPM, 55, usual)).toBe('2 bpm below usual');
  expect(changeWords(BPM, 57.2, usual)).toBe('As usual');
  expect(changeWords(BPM, 57, undefined)).toBe('No usual yet');
  expect(usualWords(BPM, usual)).toBe('usual 57 bpm (28 days)');
});

it('says minutes as people do', () => {
  expect(formatFigure(MINUTES, 411)).toEqual({ value: '6 h 51 min', unit: '' });
  expect(formatFigure(MINUTES, 12)).toEqual({ value: '12', unit: 'min' });
});
