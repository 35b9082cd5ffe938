import { expect, it } from 'vitest';
import { evenFigures } from './layers/scaled';
import { dragged } from './Minimap';

const LIMITS = { from: 0, to: 1_000_000_000 };
const VIEW = { from: 400_000_000, to: 500_000_000 };

it('the mark keeps its length, also at the ends of the history', () => {
  expect(dragged(VIEW, 'both', 50_000_000, LIMITS)).toEqual({ from: 450_000_000, to: 550_000_000 });
  expect(dragged(VIEW, 'both', 900_000_000, LIMITS)).toEqual({ from: 900_000_000, to: 1_000_000_000 });
});

it('an edge moves alone, and stops before the other', () => {
  expect(dragged(VIEW, 'from', -100_000_000, LIMITS)).toEqual({ from: 300_000_000, to: 500_000_000 });
  expect(dragged(VIEW, 'from', 300_000_000, LIMITS)).toEqual({ from: 499_940_000, to: 500_000_000 });
  expect(dragged(VIEW, 'to', 900_000_000, LIMITS)).toEqual({ from: 400_000_000, to: 1_000_000_000 });
});

it('figures beside a chart are round', () => {
  expect(evenFigures(37, 166)).toEqual([50, 100, 150]);
  expect(evenFigures(0, 1)).toEqual([0, 0.2, 0.4, 0.6000000000000001, 0.8, 1]);
  expect(evenFigures(5, 5)).toEqual([]);
});
