import type { CoverageUnit, Series } from './client';

/** Milliseconds of a bucket at each reduced resolution; raw has none. */
const BUCKETS: Record<Series['resolution'], number> = { raw: 0, '1m': 60_000, '1h': 3_600_000, '1d': 86_400_000 };

/**
 * One series ready to draw. Only what was measured stands in the columns: a bucket without data has no row, and a
 * line is cut where two rows are further apart than `gap`.
 */
export interface Columns {
  /** Start of the sample or bucket, milliseconds since 1970, rising. */
  readonly x: Float64Array;
  /** The level of a gauge (average of its bucket), or the amount of a bucket. */
  readonly y: Float64Array;
  /** Lowest and highest within each bucket; the same as `y` when nothing was reduced. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** Samples behind each row. */
  readonly count: Float64Array;
  /** What coverage counts of each row's bucket: samples, or the minutes that have some. */
  readonly present: Float64Array;
  /** How much of that is expected; 0 where nothing is expected or nobody says. */
  readonly expected: Float64Array;
  readonly unit: CoverageUnit;
  /** Milliseconds that one row stands for. */
  readonly width: number;
  /** Two rows further apart than this have a hole between them, in milliseconds. */
  readonly gap: number;
  readonly resolution: Series['resolution'];
}

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

/** A wearable's seconds come irregularly: a cadence of 5 s is 3–15 s in truth, now and then 40 s, without a loss. */
const SHORTEST_RAW_HOLE = 60_000;

/**
 * Three missed samples make a hole, in raw data from a minute on; in buckets wider than that, one missing bucket does.
 * Line, coverage strip and readout all go by it.
 */
export function gapLimit(resolution: Series['resolution'], cadence: number): number {
  return Math.max(3 * cadence, resolution === 'raw' ? SHORTEST_RAW_HOLE : 1.5 * BUCKETS[resolution]);
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

/** A stretch with data throughout, half-open, in milliseconds since 1970. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Where there are data, from the rows and the rule for holes; a row reaches to the end of its bucket or cadence. */
export function stretches(columns: Columns): Stretch[] {
  const found: { from: number; to: number }[] = [];
  const { x, gap, width } = columns;
  for (let index = 0; index < x.length; index++) {
    const at = x[index] as number;
    const last = found.at(-1);
    if (last && at - (x[index - 1] as number) <= gap) {
      last.to = at + width;
    } else {
      found.push({ from: at, to: at + width });
    }
  }
  return found;
}

/** The row nearest to the instant when it lies within the data there, else nothing. */
export function rowAt(columns: Columns, instant: number): number | undefined {
  const { x, gap, width } = columns;
  const after = lowerBound(x, instant + 1);
  const before = after - 1;
  if (before >= 0 && instant - (x[before] as number) < Math.max(width, 1)) {
    return before;
  }
  const left = before >= 0 ? (x[before] as number) : Number.NEGATIVE_INFINITY;
  const right = after < x.length ? (x[after] as number) : Number.POSITIVE_INFINITY;
  if (right - left > gap) {
    return undefined;
  }
  return instant - left <= right - instant ? before : after;
}

/** The first index whose value is not below the wanted one. */
export function lowerBound(sorted: ArrayLike<number>, wanted: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) < wanted) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
