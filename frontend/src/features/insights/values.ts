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
    if (column.type === 'date') {
      return formatPlainDate(value);
    }
    return column.name === 'data_type' ? value.replaceAll('_', ' ') : value;
  }
  return `${column.difference && value > 0 ? '+' : ''}${numberOf(value, column, [value])}${column.unit === 'share' ? ' %' : ''}`;
}

/** The ends of an interval, with as many digits as its value: `6 h 40 to 7 h 24`, `31 to 45 %`; empty where there is none. */
export function formatInterval(
  value: InsightValue,
  low: InsightValue,
  high: InsightValue,
  column: InsightColumn,
): string {
  if (typeof value !== 'number' || typeof low !== 'number' || typeof high !== 'number') {
    return '';
  }
  const end = (at: number) => `${column.difference && at > 0 ? '+' : ''}${numberOf(at, column, [value, low, high])}`;
  return `${end(low)} to ${end(high)}${column.unit === 'share' ? ' %' : ''}`;
}

/** A duration in hours and minutes; as many digits after the point as the largest of those beside it needs. */
function numberOf(value: number, column: InsightColumn, beside: readonly number[]): string {
  if (isHours(column)) {
    return formatHours(value);
  }
  if (column.unit === 'share') {
    return formatNumber(value * 100, Math.max(...beside.map(Math.abs)) < 0.1 ? 1 : 0);
  }
  return formatNumber(
    value,
    column.type === 'integer' || column.unit === 'steps' ? 0 : Math.min(...beside.map(decimalsOf)),
  );
}

function formatHours(hours: number): string {
  const minutes = Math.round(Math.abs(hours) * 60);
  const whole = formatNumber(Math.floor(minutes / 60));
  const words = minutes < 6000 ? `${whole} h ${String(minutes % 60).padStart(2, '0')}` : `${whole} h`;
  return hours < 0 && minutes > 0 ? `\u2212${words}` : words;
}

/** Hours that were measured; those of the clock are whole numbers. */
function isHours({ type, unit }: InsightColumn): boolean {
  return type === 'number' && unit === 'h';
}

/** A value with its unit: `61 min`, `92 %`. */
export function formatWithUnit(value: InsightValue, column: InsightColumn): string {
  const text = formatValue(value, column);
  const unit = column.unit;
  return value === null || !unit || unit === 'share' || isHours(column)
    ? text
    : `${text} ${value === 1 ? unit.replace(/(?<=..)s$/, '') : unit}`;
}

/** What a column's head says of its unit; a share is shown in per cent with each figure, and nights are counted in nights. */
export function unitOf(column: InsightColumn): string {
  const { unit, title } = column;
  return unit && !isHours(column) && unit !== 'share' && !title.toLowerCase().startsWith(unit) ? unit : '';
}

/** What an axis is of: `Resting heart rate, bpm`. */
export function axisTitle(column: InsightColumn | undefined): string {
  return column ? [column.title, unitOf(column)].filter(Boolean).join(', ') : '';
}

/** Ids lie behind names, and the ends of an interval stand beside its value; who needs them has them in the CSV. */
export function shownColumns(insight: Insight): { column: InsightColumn; index: number }[] {
  const names = new Set(insight.columns.map(({ name }) => name));
  const beside = new Set(['enough', ...insight.columns.flatMap(({ interval }) => interval ?? [])]);
  const hidden = (name: string) =>
    beside.has(name) || (name === 'participant_id' && names.has('participant')) || names.has(`${name}_name`);
  return insight.columns.map((column, index) => ({ column, index })).filter(({ column }) => !hidden(column.name));
}

function decimalsOf(value: number): number {
  const size = Math.abs(value);
  return size >= 100 || Number.isInteger(value) ? 0 : size >= 10 ? 1 : 2;
}
