import type { Insight, InsightColumn, InsightValue } from '../../api/queries/insights';
import { formatPlainDate } from '../../format/dates';
import { formatNumber } from '../../format/numbers';

/** A value as a table shows it, without its unit; a null is a dash, because it is no zero. */
export function formatValue(value: InsightValue, column: InsightColumn): string {
  if (value === null) {
    return '–';
  }
  if (typeof value === 'boolean') {
    return value ? 'yes' : '';
  }
  if (typeof value === 'string') {
    return column.type === 'date' ? formatPlainDate(value) : value;
  }
  if (column.unit === 'share') {
    return `${formatNumber(value * 100, Math.abs(value) < 0.1 ? 1 : 0)} %`;
  }
  return column.type === 'integer' ? formatNumber(value) : formatNumber(value, decimalsOf(value));
}

/** A value with its unit: `61 min`, `92 %`. */
export function formatWithUnit(value: InsightValue, column: InsightColumn): string {
  const text = formatValue(value, column);
  const unit = column.unit;
  return value === null || !unit || unit === 'share'
    ? text
    : `${text} ${value === 1 ? unit.replace(/(?<=..)s$/, '') : unit}`;
}

/** What a column's head says of its unit; a share is shown in per cent with each figure, and nights are counted in nights. */
export function unitOf({ unit, title }: InsightColumn): string {
  return unit && unit !== 'share' && !title.toLowerCase().startsWith(unit) ? unit : '';
}

/** What an axis is of: `Resting heart rate, bpm`. */
export function axisTitle(column: InsightColumn | undefined): string {
  return column ? [column.title, unitOf(column)].filter(Boolean).join(', ') : '';
}

/** Ids lie behind names; who needs them has them in the CSV. */
export function shownColumns(insight: Insight): { column: InsightColumn; index: number }[] {
  const names = new Set(insight.columns.map(({ name }) => name));
  const hidden = (name: string) => (name === 'participant_id' && names.has('participant')) || names.has(`${name}_name`);
  return insight.columns.map((column, index) => ({ column, index })).filter(({ column }) => !hidden(column.name));
}

function decimalsOf(value: number): number {
  const size = Math.abs(value);
  return size >= 100 || Number.isInteger(value) ? 0 : size >= 10 ? 1 : 2;
}
