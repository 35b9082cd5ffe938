import type { InsightAnswer, InsightValue } from '../../api/queries/insights';
import { fieldOf } from './shape';
import { formatWithUnit } from './values';

type Row = InsightAnswer['rows'][number];

/** The answer in one sentence, from the row that comes first in the order that the question asks for; none where rows are missing. */
export function headlineOf(answer: InsightAnswer): string | undefined {
  const { headline } = answer.insight;
  if (!headline || answer.more) {
    return undefined;
  }
  const keys = headline.order.map((key) => ({
    field: fieldOf(answer, key.replace(/^-/, '')),
    sign: key.startsWith('-') ? -1 : 1,
  }));
  const [first] = answer.rows
    .filter((row) => keys.every(({ field }) => field && field.of(row) !== null))
    .toSorted((a, b) =>
      keys.reduce((order, { field, sign }) => order || sign * compare(field?.of(a) ?? null, field?.of(b) ?? null), 0),
    );
  return first && filled(answer, headline.text, first);
}

function filled(answer: InsightAnswer, text: string, row: Row): string {
  return text.replace(/\{(\+?)(\w+)\}/g, (_, signed: string, name: string) => {
    const field = fieldOf(answer, name);
    if (!field) {
      return name;
    }
    const value = field.of(row);
    const words = formatWithUnit(value, field.column);
    return signed && typeof value === 'number' && value > 0 ? `+${words}` : words;
  });
}

function compare(a: InsightValue, b: InsightValue): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b));
}
