import { expect, it } from 'vitest';
import { changeWords, formatFigure, signOf, usualOf, usualWords } from './usual';

const BPM = { unit: '/min', display: 'bpm', decimals: 0 };
const MINUTES = { unit: 'min', display: 'min', decimals: 0 };

it('reads what is usual from the columns of the service', () => {
  const usual = { mean: [null, 54], deviation: [null, 3.2], days: [null, 5] };
  expect(usualOf({ usual }, 1)).toEqual({ mean: 54, deviation: 3.2, days: 5 });
  expect(usualOf({ usual }, 0)).toBeUndefined();
});

it('says a change with its sign in words', () => {
  expect(changeWords(BPM, 3)).toBe('3 bpm above usual');
  expect(changeWords(BPM, -2)).toBe('2 bpm below usual');
  expect(changeWords(BPM, 0.2)).toBe('As usual');
  expect(changeWords(BPM, null)).toBe('No usual yet');
  expect([signOf(BPM, 3), signOf(BPM, -0.4), signOf(BPM, -3)]).toEqual([1, 0, -1]);
});

it('says what is usual and of how many days', () => {
  const usual = { mean: 57, deviation: 2, days: 28, from: '2026-04-12', to: '2026-05-11' };
  expect(usualWords({ ...BPM, usual, usualDays: 28 })).toBe('usual 57 bpm (28 days)');
  expect(usualWords({ ...BPM, usual: null, usualDays: 3 })).toBe('usual needs 5 of the 30 days before, has 3');
});

it('says minutes and metres as people do', () => {
  expect(formatFigure(MINUTES, 411)).toEqual({ value: '6 h 51 min', unit: '' });
  expect(formatFigure(MINUTES, 12)).toEqual({ value: '12', unit: 'min' });
  expect(formatFigure({ unit: 'm', display: 'm', decimals: 0 }, 5_230)).toEqual({ value: '5.2', unit: 'km' });
});
