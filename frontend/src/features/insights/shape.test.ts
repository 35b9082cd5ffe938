import { describe, expect, it } from 'vitest';
import type { InsightAnswer, InsightColumn } from '../../api/queries/insights';
import { headlineOf } from './headline';
import { barsOf, histogramOf, seriesOf } from './shape';
import { formatInterval, formatWithUnit } from './values';

describe('an answer in a sentence', () => {
  const headline = {
    text: 'Highest after {hours}: {change} ({~change}), {nights}',
    order: ['-change'],
    unclear: 'No clear difference ({~change})',
  };
  const rows = [
    [4, -2, 3, -9, 5, false],
    [7, 1.5, 12, 0.5, 2.5, true],
  ];

  it('comes from the row that the service names, with units, signs and the interval', () => {
    expect(headlineOf(answerOf(rows, { headline }))).toBe('Highest after 7 h: +1.50 ms (+0.50 to +2.50), 12 nights');
  });

  it('states no difference whose interval includes zero', () => {
    const conclusion = { status: 'unclear', row: 0, have: 12 } as const;
    expect(headlineOf(answerOf(rows, { headline, conclusion }))).toBe('No clear difference (\u22129 to +5)');
  });

  it('says what is missing where no group has enough', () => {
    const conclusion = { status: 'too-little', row: null, have: 3 } as const;
    expect(headlineOf(answerOf(rows.slice(0, 1), { headline, conclusion }))).toBe('Not enough nights yet: 3 of 7');
  });

  it('is not put where rows are missing, nor where there is none', () => {
    const conclusion = { status: 'cut', row: null, have: 12 } as const;
    expect(headlineOf(answerOf(rows, { headline, conclusion }))).toBeUndefined();
    expect(headlineOf(answerOf(rows, { headline: null }))).toBeUndefined();
  });
});

describe('what stands behind a value', () => {
  it('is its interval, or that it is too little', () => {
    const bars = barsOf(
      answerOf([
        [4, -2, 3, -9, 5, false],
        [7, 1.5, 12, 0.5, 2.5, true],
      ]),
      'sleep',
    );
    expect(bars.map(({ short, ends }) => [short, ends])).toEqual([
      ['too few nights: 3 of at least 7', undefined],
      [undefined, [0.5, 2.5]],
    ]);
    expect(bars[1]?.text).toBe('+1.50 ms (+0.50 to +2.50)');
  });

  it('is written as hours and minutes, and as per cent', () => {
    const hours = { ...COLUMN, unit: 'h' };
    const share = { ...COLUMN, unit: 'share' };
    expect(formatWithUnit(7.04, hours)).toBe('7 h 02');
    expect(formatInterval(7.04, 6.67, 7.4, hours)).toBe('6 h 40 to 7 h 24');
    expect(formatInterval(0.38, 0.31, 0.454, share)).toBe('31 to 45 %');
    expect(formatInterval(0.38, null, null, share)).toBe('');
  });
});

describe('participants', () => {
  it('of the same name are two lines, told apart by their ids', () => {
    const columns = ['participant_id', 'participant', 'week', 'bpm', 'enough'].map((name) => ({ ...COLUMN, name }));
    const answer = answerOf([
      [1, 'Anna', 1, 60, true],
      [2, 'Anna', 1, 70, true],
      [3, 'Ben', 1, 65, true],
    ]);
    const chart = { kind: 'line', x: 'week', y: 'bpm', value: null, series: 'participant' } as const;
    const series = seriesOf({ ...answer, insight: { ...answer.insight, columns, chart } }, 'heart');
    expect(series.map(({ name }) => name)).toEqual(['Anna (1)', 'Anna (2)', 'Ben']);
  });
});

describe('a histogram', () => {
  it('keeps the place of a number that has no row', () => {
    const bars = histogramOf(
      answerOf([
        [4, 1, 9],
        [7, 2, 9],
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

const COLUMN: InsightColumn = {
  name: 'made-up',
  title: '',
  type: 'number',
  unit: null,
  coverage: false,
  interval: null,
  count: null,
  difference: false,
};

interface Kind {
  readonly headline?: InsightAnswer['insight']['headline'];
  readonly conclusion?: InsightAnswer['conclusion'];
}

const ANSWERED = { status: 'answered', row: 1, have: 12 } as const;

function answerOf(rows: InsightAnswer['rows'], { headline = null, conclusion = ANSWERED }: Kind = {}): InsightAnswer {
  return {
    insight: {
      id: 'made-up',
      title: '',
      question: '',
      audience: 'self',
      chart: { kind: 'bars', x: 'hours', y: 'change', value: null, series: null },
      evidence: { unit: 'nights', columns: ['nights'], minimum: 7 },
      headline,
      columns: [
        { ...COLUMN, name: 'hours', type: 'integer', unit: 'h' },
        { ...COLUMN, name: 'change', unit: 'ms', interval: ['low', 'high'], difference: true },
        { ...COLUMN, name: 'nights', type: 'integer', unit: 'nights', coverage: true },
        { ...COLUMN, name: 'low', unit: 'ms' },
        { ...COLUMN, name: 'high', unit: 'ms' },
        { ...COLUMN, name: 'enough', type: 'boolean' },
      ],
      needs: [],
      also: [],
      absent: {},
      notes: [],
      answerable: true,
      missing: [],
    },
    participants: [],
    from: null,
    to: null,
    rows,
    more: false,
    conclusion,
    coverage: [],
    sql: '',
  };
}
