import type { Schemas } from '../../src/api/client';

type Insight = Schemas['Insight'];
type Column = Schemas['InsightColumn'];

const column = (name: string, type: Column['type'], unit: string | null = null, coverage = false): Column => ({
  name,
  title: name.charAt(0).toUpperCase() + name.slice(1).replaceAll('_', ' '),
  type,
  unit,
  coverage,
});

const HEADLINES: Readonly<Record<string, NonNullable<Insight['headline']>>> = {
  'hours-slept': { text: 'Most often {hours_slept}: {nights}', order: ['-nights'] },
  'wear-lost': { text: '{participant}: {+change} in {days}', order: ['change'] },
  'least-stress-week': { text: '{participant}: {stress}', order: ['stress'] },
};

/** A question of each kind of chart, with rows that answer it. */
const QUESTIONS: readonly { readonly insight: Insight; readonly rows: Schemas['InsightAnswer']['rows'] }[] = [
  {
    insight: insightOf('hours-slept', 'How many hours do I sleep most often?', 'self', 'bars', [
      column('hours_slept', 'integer', 'h'),
      column('nights', 'integer', 'nights', true),
    ]),
    rows: [
      [6, 11],
      [7, 23],
      [8, 9],
    ],
  },
  {
    insight: insightOf('wear-lost', 'Who wears the watch less than the week before?', 'study', 'bars', [
      column('participant', 'text'),
      column('change', 'number', 'share'),
      column('days', 'integer', 'days', true),
    ]),
    rows: [
      ['Bob', -0.21, 7],
      ['=Alice, "A"', 0.04, 6],
    ],
  },
  {
    insight: insightOf('steps-by-hour', 'When in the week do I walk?', 'self', 'heatmap', [
      column('hour', 'integer', 'h'),
      column('weekday', 'integer'),
      column('steps', 'number', 'steps'),
    ]),
    rows: Array.from({ length: 48 }, (_, index) => [index % 24, 1 + Math.floor(index / 24), index * 10]),
  },
  {
    insight: insightOf('resting-heart-rate-weeks', 'Where is my resting heart rate going?', 'self', 'line', [
      column('week_start', 'date'),
      column('resting_heart_rate', 'number', 'bpm'),
      column('participant', 'text'),
    ]),
    rows: [
      ['2026-04-27', 58.2, 'Alice'],
      ['2026-05-04', 57.4, 'Alice'],
      ['2026-05-04', 61, 'Bob'],
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
    headline: HEADLINES[id] ?? null,
    columns: [...columns],
    needs: [],
    absent: {},
    notes: ['A note.'],
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
      missing:
        found.rows.length > 0 ? [] : [{ need: 'stress', source: null, participants: 0, text: 'No source gives it.' }],
      sql: `-- ${id}\nSELECT 1;`,
    }
  );
}
