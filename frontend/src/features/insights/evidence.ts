import type { Insight, InsightAnswer, InsightColumn } from '../../api/queries/insights';
import { formatNumber } from '../../format/numbers';
import { fieldOf } from './fields';
import { formatInterval, formatValue, formatWithUnit } from './values';

type Row = InsightAnswer['rows'][number];

/** Whether a row may be ranked and compared; the statement decides it. */
export function isEnough(answer: InsightAnswer, row: Row): boolean {
  return fieldOf(answer, 'enough')?.of(row) === true;
}

/** What a row lacks: `too few nights: 3 of at least 7`. */
export function shortOf(answer: InsightAnswer, row: Row): string {
  const counts = answer.insight.evidence.columns.map((name) => Number(fieldOf(answer, name)?.of(row) ?? 0));
  return tooFew(answer.insight, Math.min(...counts));
}

/** What a group needs: `at least 7 nights per group`. */
export function neededBy({ evidence: { unit, minimum } }: Insight): string {
  return `at least ${minimum} ${unit} per group`;
}

/** What stands with a value: its interval, or that too little stands behind it. */
export function besideOf(answer: InsightAnswer, row: Row, column: InsightColumn): string {
  const count = fieldOf(answer, column.count)?.of(row);
  if (typeof count === 'number' && count > 0 && count < answer.insight.evidence.minimum) {
    return tooFew(answer.insight, count);
  }
  return intervalOf(answer, row, column);
}

/** A value with its interval: `7 h 02 (6 h 40 to 7 h 24)`. */
export function weighedText(answer: InsightAnswer, row: Row, column: InsightColumn, unit = true): string {
  const value = fieldOf(answer, column.name)?.of(row) ?? null;
  const text = unit ? formatWithUnit(value, column) : formatValue(value, column);
  const beside = value === null ? '' : besideOf(answer, row, column);
  return beside ? `${text} (${beside})` : text;
}

/** The interval of a value in words; empty where it has none. */
export function intervalOf(answer: InsightAnswer, row: Row, column: InsightColumn): string {
  const [low, high] = (column.interval ?? []).map((name) => fieldOf(answer, name)?.of(row) ?? null);
  return formatInterval(fieldOf(answer, column.name)?.of(row) ?? null, low ?? null, high ?? null, column);
}

/** The ends of the interval of a value that may be compared, to draw. */
export function endsOf(answer: InsightAnswer, row: Row, column: InsightColumn): readonly [number, number] | undefined {
  const [low, high] = (column.interval ?? []).map((name) => fieldOf(answer, name)?.of(row));
  return typeof low === 'number' && typeof high === 'number' && isEnough(answer, row) ? [low, high] : undefined;
}

function tooFew({ evidence: { unit, minimum } }: Insight, have: number): string {
  return `too few ${unit}: ${formatNumber(have)} of at least ${minimum}`;
}
