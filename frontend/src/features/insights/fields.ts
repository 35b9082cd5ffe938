import type { InsightAnswer, InsightColumn, InsightValue } from '../../api/queries/insights';

type Row = InsightAnswer['rows'][number];

export interface Field {
  readonly column: InsightColumn;
  readonly of: (row: Row) => InsightValue;
}

/** A column of an answer by its name; nothing where there is none. Participants of the same name are told apart by their ids. */
export function fieldOf(answer: InsightAnswer, name: string | null): Field | undefined {
  const index = indexOf(answer, name);
  const column = answer.insight.columns[index];
  if (!column) {
    return undefined;
  }
  const id = indexOf(answer, 'participant_id');
  if (name !== 'participant' || id < 0) {
    return { column, of: (row) => row[index] ?? null };
  }
  const shared = sharedNames(answer.rows, index, id);
  return {
    column,
    of: (row) => (shared.has(row[index] ?? null) ? `${row[index]} (${row[id]})` : (row[index] ?? null)),
  };
}

function indexOf({ insight }: InsightAnswer, name: string | null): number {
  return insight.columns.findIndex((column) => column.name === name);
}

function sharedNames(rows: readonly Row[], name: number, id: number): Set<InsightValue> {
  const first = new Map<InsightValue, InsightValue>();
  const shared = new Set<InsightValue>();
  for (const row of rows) {
    const [who, which] = [row[name] ?? null, row[id] ?? null];
    if (first.has(who) && first.get(who) !== which) {
      shared.add(who);
    }
    first.set(who, which);
  }
  return shared;
}
