import type { Schemas } from '../../src/api/client';

type Insight = Schemas['Insight'];
type Column = Schemas['InsightColumn'];

const column = (name: string, type: Column['type'], unit: string | null = null, coverage = false): Column => ({
  name,
  title: name.charAt(0).toUpperCase() + name.slice(1).replaceAll('_', ' '),
  type,
  unit,
  coverage,
  interval: null,
  count: null,
  difference: name === 'change',
});

const HEADLINES: Readonly<Record<string, NonNullable<Insight['headline']>>> = {
  'hours-slept': { text: 'Most often {hours_slept}: {nights}', order: ['-nights'], unclear: null },
  'wear-lost': {
    text: '{participant}: {change} in {days} ({~change})',
    order: ['-clear', 'change'],
    unclear: 'Nobody wears it clearly less',
  },
  'least-stress-week': { text: '{participant}: {stress}', order: ['stress'], unclear: null },
};

/** A question of each kind of chart, with rows that answer it. */
const QUESTIONS: readonly { readonly insight: Insight; readonly rows: Schemas['InsightAnswer']['rows'] }[] = [
  {
    insight: insightOf('hours-slept', 'How many hours do I sleep most often?', 'self', 'bars', [
      column('hours_slept', 'integer', 'h'),
      column('nights', 'integer', 'nights', true),
      column('enough', 'boolean'),
    ]),
    rows: [
      [6, 11, true],
      [7, 23, true],
      [8, 9, true],
    ],
  },
  {
    insight: insightOf('wear-lost', 'Who wears the watch less than the week before?', 'study', 'bars', [
      column('participant', 'text'),
      { ...column('change', 'number', 'share'), interval: ['change_low', 'change_high'] },
      column('days', 'integer', 'days', true),
      column('change_low', 'number', 'share'),
      column('change_high', 'number', 'share'),
      column('clear', 'boolean'),
      column('enough', 'boolean'),
    ]),
    rows: [
      ['Bob', -0.21, 7, -0.32, -0.1, true, true],
      ['=Alice, "A"', 0.04, 3, -0.5, 0.6, false, false],
    ],
  },
  {
    insight: insightOf('steps-by-hour', 'When in the week do I walk?', 'self', 'heatmap', [
      column('hour', 'integer', 'h'),
      column('weekday', 'integer'),
      column('steps', 'number', 'steps'),
      column('enough', 'boolean'),
    ]),
    rows: Array.from({ length: 48 }, (_, index) => [index % 24, 1 + Math.floor(index / 24), index * 10, index % 7 > 0]),
  },
  {
    insight: insightOf('resting-heart-rate-weeks', 'Where is my resting heart rate going?', 'self', 'line', [
      column('week_start', 'date'),
      column('resting_heart_rate', 'number', 'bpm'),
      column('participant', 'text'),
      column('enough', 'boolean'),
    ]),
    rows: [
      ['2026-04-27', 58.2, 'Alice', true],
      ['2026-05-04', 57.4, 'Alice', true],
      ['2026-05-04', 61, 'Bob', false],
    ],
  },
  {
    insight: insightOf('least-stress-week', 'Who had least stress in a week?', 'study', 'table', [
      column('participant', 'text'),
      column('stress', 'number'),
    ]),
    rows: [],
  },
];

function insightOf(
  id: string,
  question: string,
  audience: Insight['audience'],
  kind: Insight['chart']['kind'],
  columns: readonly Column[],
): Insight {
  const [x = null, y = null, third = null] = columns.map(({ name }) => name);
  const drawn = kind === 'table' ? { x: null, y: null } : { x, y };
  const chart = { kind, ...drawn, value: kind === 'heatmap' ? third : null, series: kind === 'line' ? third : null };
  const title = id.replaceAll('-', ' ');
  return {
    id,
    title,
    question,
    audience,
    chart,
    evidence: { unit: 'days', columns: columns.filter(({ coverage }) => coverage).map(({ name }) => name), minimum: 4 },
    headline: HEADLINES[id] ?? null,
    columns: [...columns],
    needs: [],
    also: [],
    absent: {},
    notes: ['A note.'],
    answerable: id !== 'least-stress-week',
    missing:
      id === 'least-stress-week'
        ? [{ need: 'stress', source: null, participants: 0, text: 'No source gives it.' }]
        : [],
  };
}

export const insightList = (): Schemas['InsightList'] => ({ insights: QUESTIONS.map(({ insight }) => insight) });

/** The made-up answer to a question; nothing if there is none. */
export function insightAnswer(id: string, query: URLSearchParams): Schemas['InsightAnswer'] | undefined {
  const found = QUESTIONS.find(({ insight }) => insight.id === id);
  const participants = (query.get('participants') ?? '').split(',').filter(Boolean).map(Number);
  return (
    found && {
      ...found,
      rows: [...found.rows],
      participants,
      from: query.get('from'),
      to: query.get('to'),
      more: false,
      coverage: [{ need: 'steps', name: 'Steps', participants: 3, ofParticipants: 36, days: 170, ofDays: 180 }],
      conclusion: concluded(found.insight, found.rows),
      sql: `-- ${id}\nSELECT 1;`,
    }
  );
}

const FIRST: Readonly<Record<string, number>> = { 'hours-slept': 1, 'wear-lost': 0 };

function concluded(insight: Insight, rows: Schemas['InsightAnswer']['rows']): Schemas['InsightAnswer']['conclusion'] {
  return rows.length > 0
    ? { status: 'answered', row: FIRST[insight.id] ?? null, have: 23 }
    : { status: insight.answerable ? 'no-data' : 'not-answerable', row: null, have: null };
}
