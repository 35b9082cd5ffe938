import type { InsightAnswer, InsightColumn } from '../../api/queries/insights';
import type { Bar } from '../../charts/answer/bar';
import { PERSON_COLOURS } from '../../charts/answer/colours';
import type { HeatCell, HeatRow } from '../../charts/answer/HeatMap';
import type { TrendSeries } from '../../charts/answer/Trend';
import { endsOf, isEnough, shortOf, weighedText } from './evidence';
import { fieldOf } from './fields';
import { formatValue, formatWithUnit } from './values';

type Row = InsightAnswer['rows'][number];

/** How much stands behind a row: `23 nights, coverage of steps 92 %`; what has the unit of another is named. */
export function backingOf({ insight }: InsightAnswer, row: Row): string {
  return insight.columns
    .flatMap((column, index) => (column.coverage ? [[column, row[index] ?? null] as const] : []))
    .filter(([, value]) => value !== null)
    .map(([column, value]) =>
      column.unit && column.unit !== 'share' && !sharesUnit(insight.columns, column)
        ? formatWithUnit(value, column)
        : `${column.title.toLowerCase()} ${formatValue(value, column)}`,
    )
    .join(', ');
}

function sharesUnit(columns: readonly InsightColumn[], { unit, name }: InsightColumn): boolean {
  return columns.some((other) => other.coverage && other.unit === unit && other.name !== name);
}

/** The rows as bars; a participant keeps a hue, and so does a source. */
export function barsOf(answer: InsightAnswer, family: string): Bar[] {
  const { chart } = answer.insight;
  const [x, y, series] = [fieldOf(answer, chart.x), fieldOf(answer, chart.y), fieldOf(answer, chart.series)];
  if (!x || !y) {
    return [];
  }
  const groups = series ? distinct(answer.rows.map((row) => String(series.of(row)))).toSorted() : [];
  return answer.rows.map((row, index) => {
    const value = y.of(row);
    const group = series && String(series.of(row));
    return {
      key: String(index),
      label: formatWithUnit(x.of(row), x.column),
      group: groups.length > 1 ? group : undefined,
      value: typeof value === 'number' ? value : null,
      ends: endsOf(answer, row, y.column),
      short: isEnough(answer, row) ? undefined : shortOf(answer, row),
      text: weighedText(answer, row, y.column),
      backing: backingOf(answer, row),
      colour: groups.length > 1 ? colourAt(groups.indexOf(group ?? '')) : `var(--${family})`,
    };
  });
}

/** Most steps of a histogram that are drawn one by one. */
const MOST_STEPS = 60;

/** Bars on a scale of whole numbers: a number between the least and the greatest that has no row keeps its place. */
export function histogramOf(answer: InsightAnswer, family: string): Bar[] {
  const bars = barsOf(answer, family);
  const x = fieldOf(answer, answer.insight.chart.x);
  const at = x ? answer.rows.map((row) => Number(x.of(row))) : [];
  const [first, last] = [Math.min(...at), Math.max(...at)];
  if (!x || new Set(at).size < at.length || !(last - first < MOST_STEPS)) {
    return bars;
  }
  return Array.from({ length: last - first + 1 }, (_, step) => {
    const label = formatWithUnit(first + step, x.column);
    return (
      bars[at.indexOf(first + step)] ?? {
        key: label,
        label,
        value: null,
        text: 'none',
        backing: '',
        colour: `var(--${family})`,
      }
    );
  });
}

/** The rows as lines, one for each of what the series column tells apart. */
export function seriesOf(answer: InsightAnswer, family: string): TrendSeries[] {
  const { chart } = answer.insight;
  const [x, y, series] = [fieldOf(answer, chart.x), fieldOf(answer, chart.y), fieldOf(answer, chart.series)];
  if (!x || !y) {
    return [];
  }
  const names = series ? distinct(answer.rows.map((row) => String(series.of(row)))).toSorted() : [y.column.title];
  return names.map((name, index) => ({
    name,
    colour: names.length > 1 ? colourAt(index) : `var(--${family})`,
    points: answer.rows
      .filter((row) => !series || String(series.of(row)) === name)
      .map((row) => {
        const [at, value] = [x.of(row), y.of(row)];
        return {
          x: typeof at === 'string' ? Date.parse(at) : Number(at),
          y: typeof value === 'number' ? value : null,
          ends: endsOf(answer, row, y.column),
          short: isEnough(answer, row) ? undefined : shortOf(answer, row),
          label: formatWithUnit(at, x.column),
          text: weighedText(answer, row, y.column),
          backing: backingOf(answer, row),
        };
      })
      .toSorted((a, b) => a.x - b.x),
  }));
}

/** The rows as a map: a cell for each pair of column and row, empty where the answer has none. */
export function heatOf(answer: InsightAnswer): { readonly rows: HeatRow[]; readonly columns: string[] } {
  const { chart } = answer.insight;
  const [x, y, value] = [fieldOf(answer, chart.x), fieldOf(answer, chart.y), fieldOf(answer, chart.value)];
  if (!x || !y || !value) {
    return { rows: [], columns: [] };
  }
  const names = fieldOf(answer, `${chart.y}_name`) ?? y;
  const across = distinct(answer.rows.map((row) => x.of(row)));
  const numbers = across.filter((at) => typeof at === 'number').toSorted((a, b) => a - b);
  const columns = numbers.length === across.length ? numbers : across;
  const rows = distinct(answer.rows.map((row) => y.of(row))).map((down) => {
    const own = answer.rows.filter((row) => y.of(row) === down);
    const cells = columns.map((at): HeatCell | null => {
      const row = own.find((candidate) => x.of(candidate) === at);
      const found = row && value.of(row);
      return row && typeof found === 'number'
        ? {
            value: found,
            short: isEnough(answer, row) ? undefined : shortOf(answer, row),
            text: weighedText(answer, row, value.column),
            backing: backingOf(answer, row),
          }
        : null;
    });
    return { key: String(down), name: String(own[0] ? names.of(own[0]) : down), cells };
  });
  return { rows, columns: columns.map(String) };
}

function colourAt(index: number): string {
  return PERSON_COLOURS[index] ?? 'var(--body)';
}

function distinct<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
