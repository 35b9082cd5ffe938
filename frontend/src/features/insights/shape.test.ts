import { describe, expect, it } from 'vitest';
import type { InsightAnswer, InsightColumn } from '../../api/queries/insights';
import { headlineOf } from './headline';
import { histogramOf } from './shape';

describe('an answer in a sentence', () => {
  const headline = { text: 'Highest after {hours}: {+change} ({nights})', order: ['-change', 'hours'] };

  it('comes from the row that is first in the order, with units and signs', () => {
    const rows = [
      [4, -2, 3],
      [8, 1.5, 1],
      [7, 1.5, 12],
      [9, null, 40],
    ];
    expect(headlineOf(answerOf(rows, { headline }))).toBe('Highest after 7 h: +1.50 ms (12 nights)');
    expect(headlineOf(answerOf([[8, 1.5, 1]], { headline }))).toContain('(1 night)');
  });

  it('is not put where rows are missing, nor where there is none', () => {
    expect(headlineOf(answerOf([[4, 1, 3]], { headline, more: true }))).toBeUndefined();
    expect(headlineOf(answerOf([[4, null, 3]], { headline }))).toBeUndefined();
    expect(headlineOf(answerOf([[4, 1, 3]], { headline: null }))).toBeUndefined();
  });
});

describe('a histogram', () => {
  it('keeps the place of a number that has no row', () => {
    const bars = histogramOf(
      answerOf([
        [4, 1, 3],
        [7, 2, 5],
      ]),
      'sleep',
    );
    expect(bars.map(({ label, value }) => [label, value])).toEqual([
      ['4 h', 1],
      ['5 h', null],
      ['6 h', null],
      ['7 h', 2],
    ]);
  });

  it('draws rows alone where numbers lie far apart', () => {
    const bars = histogramOf(
      answerOf([
        [1, 1, 1],
        [1_000_000, 2, 1],
      ]),
      'sleep',
    );
    expect(bars).toHaveLength(2);
  });
});

interface Kind {
  readonly headline?: InsightAnswer['insight']['headline'];
  readonly more?: boolean;
}

function answerOf(rows: InsightAnswer['rows'], { headline = null, more = false }: Kind = {}): InsightAnswer {
  const column = (name: string, type: InsightColumn['type'], unit: string): InsightColumn => ({
    name,
    title: name,
    type,
    unit,
    coverage: name === 'nights',
  });
  return {
    insight: {
      id: 'made-up',
      title: '',
      question: '',
      audience: 'self',
      chart: { kind: 'bars', x: 'hours', y: 'change', value: null, series: null },
      headline,
      columns: [
        column('hours', 'integer', 'h'),
        column('change', 'number', 'ms'),
        column('nights', 'integer', 'nights'),
      ],
      needs: [],
      absent: {},
      notes: [],
    },
    participants: [],
    from: null,
    to: null,
    rows,
    more,
    coverage: [],
    missing: [],
    sql: '',
  };
}
