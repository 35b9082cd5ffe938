import type { InsightAnswer } from '../../api/queries/insights';
import { formatNumber } from '../../format/numbers';
import { intervalOf } from './evidence';
import { fieldOf } from './fields';
import { formatWithUnit } from './values';

type Row = InsightAnswer['rows'][number];

/** The answer in one sentence, as far as the service says that its rows allow one. */
export function headlineOf(answer: InsightAnswer): string | undefined {
  const { conclusion, insight, rows } = answer;
  const { headline, evidence } = insight;
  if (conclusion.status === 'too-little') {
    return `Not enough ${evidence.unit} yet: ${formatNumber(conclusion.have ?? 0)} of ${evidence.minimum}`;
  }
  const row = conclusion.row === null ? undefined : rows[conclusion.row];
  const text = conclusion.status === 'unclear' ? headline?.unclear : headline?.text;
  return row && text ? filled(answer, text, row) : undefined;
}

function filled(answer: InsightAnswer, text: string, row: Row): string {
  return text.replace(/\{(~?)(\w+)\}/g, (_, interval: string, name: string) => {
    const field = fieldOf(answer, name);
    if (!field) {
      return name;
    }
    return interval
      ? intervalOf(answer, row, field.column) || 'no interval'
      : formatWithUnit(field.of(row), field.column);
  });
}
