import type { CoverageUnit, Series } from './client';

/** Milliseconds of a bucket at each reduced resolution; raw has none. */
export const BUCKETS: Record<Series['resolution'], number> = {
  raw: 0,
  '1m': 60_000,
  '1h': 3_600_000,
  '1d': 86_400_000,
};

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

/** A wearable's seconds come irregularly: a cadence of 5 s is 3–15 s in truth, now and then 40 s, without a loss. */
const SHORTEST_RAW_HOLE = 60_000;

/**
 * Three missed samples make a hole, in raw data from a minute on; in buckets wider than that, one missing bucket does.
 * Line, coverage strip and readout all go by it.
 */
export function gapLimit(resolution: Series['resolution'], cadence: number): number {
  return Math.max(3 * cadence, resolution === 'raw' ? SHORTEST_RAW_HOLE : 1.5 * BUCKETS[resolution]);
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
