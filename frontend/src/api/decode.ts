import type { Series } from './client';
import { BUCKETS, type Columns, gapLimit } from './columns';

/** Turns the pages of one series, oldest first, into columns. */
export function decodeSeries(pages: readonly Series[]): Columns {
  const first = pages[0];
  const resolution = first?.resolution ?? 'raw';
  const cadence = (first?.cadence ?? 0) * 1000;
  const rows = pages.reduce((sum, page) => sum + rowCount(page), 0);
  const target = {
    x: new Float64Array(rows),
    y: new Float64Array(rows),
    low: new Float64Array(rows),
    high: new Float64Array(rows),
    count: new Float64Array(rows),
    present: new Float64Array(rows),
    expected: new Float64Array(rows),
  };
  let filled = 0;
  for (const page of pages) {
    filled = fill(page, target, filled);
  }
  const cut = (column: Float64Array) => column.subarray(0, filled);
  return {
    x: cut(target.x),
    y: cut(target.y),
    low: cut(target.low),
    high: cut(target.high),
    count: cut(target.count),
    present: cut(target.present),
    expected: cut(target.expected),
    unit: pages.find(({ coverage }) => coverage)?.coverage?.unit ?? 'samples',
    width: Math.max(BUCKETS[resolution], resolution === 'raw' ? cadence : 0),
    gap: gapLimit(resolution, cadence),
    resolution,
  };
}

function rowCount(page: Series): number {
  return (page.v ?? page.avg ?? page.sum ?? []).length;
}

type Target = Record<'x' | 'y' | 'low' | 'high' | 'count' | 'present' | 'expected', Float64Array>;

function fill(page: Series, target: Target, start: number): number {
  const value = page.v ?? (page.kind === 'amount' ? page.sum : page.avg) ?? [];
  const { present, expected } = page.coverage ?? {};
  let row = start;
  for (let index = 0; index < value.length; index++) {
    const y = value[index];
    const offset = page.t ? page.t[index] : index * (page.step ?? 0);
    if (y === null || y === undefined || offset === undefined) {
      continue;
    }
    target.x[row] = page.t0 + offset;
    target.y[row] = y;
    target.low[row] = page.min?.[index] ?? y;
    target.high[row] = page.max?.[index] ?? y;
    target.count[row] = page.count?.[index] ?? 1;
    target.present[row] = at(present, index) ?? (target.count[row] as number);
    target.expected[row] = at(expected, index) ?? 0;
    row++;
  }
  return row;
}

/** A column, or one number where all rows have the same. */
function at(column: number | readonly number[] | undefined, index: number): number | undefined {
  return typeof column === 'number' ? column : column?.[index];
}
