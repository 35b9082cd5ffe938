import type { Series } from './client';
import { type Columns, type Stretch, stretches as stretchesOf } from './columns';
import type { Reason } from './reasons';

/** Why a stretch has less data than expected. */
export interface Lack extends Stretch {
  readonly reason: Reason;
}

/** Where the pages of a series lack data and why, rising. */
export function lacksOf(pages: readonly Series[]): Lack[] {
  return pages.flatMap(({ t0, coverage }) =>
    (coverage?.reasons ?? []).map(({ from, to, reason }) => ({ from: t0 + from, to: t0 + to, reason })),
  );
}

/** The lack at an instant; of lacks that rise and do not overlap. */
export function lackAt(lacks: readonly Lack[], instant: number): Lack | undefined {
  const found = lacks[firstAfter(lacks, instant)];
  return found && found.from <= instant ? found : undefined;
}

/** The index of the first stretch that ends after the instant. */
export function firstAfter(stretches: readonly Stretch[], instant: number): number {
  let [low, high] = [0, stretches.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((stretches[middle] as Stretch).to <= instant) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/** A bucket with this much of what would be enough is not shown as missing; its reason is told all the same. */
const MOSTLY = 0.75;
const ENOUGH = 0.95;

/**
 * The parts of the lacks that a picture shows as missing: not where samples are, nor where a bucket has most of what it
 * should. A day that lacks its last hour is not a day without data.
 */
export function missingOf(columns: Columns, lacks: readonly Lack[]): Lack[] {
  const all = stretchesOf(columns);
  if (columns.resolution === 'raw' && columns.unit === 'minutes') {
    // Each lacks its minutes whole: what is told of them all the same, such as no steps, does not count.
    return lacks.filter(({ reason }) => !WITH_DATA.has(reason) || reason === 'sleep-only');
  }
  const full = columns.resolution === 'raw' ? all : fullBuckets(columns);
  // What is there of a metric that is measured only asleep is all that there can be.
  // Where nobody knows whether the watch was worn, what is there is there all the same.
  return lacks.flatMap((lack) => without(lack, WITH_DATA.has(lack.reason) ? all : full));
}

const WITH_DATA: ReadonlySet<Reason> = new Set<Reason>(['sleep-only', 'wear-unknown']);

/** What is left of a lack beside the stretches, which rise. */
function without(lack: Lack, present: readonly Stretch[]): Lack[] {
  const left: Lack[] = [];
  let from = lack.from;
  for (let next = firstAfter(present, from); next < present.length; next++) {
    const there = present[next] as Stretch;
    if (there.from >= lack.to) {
      break;
    }
    if (there.from > from) {
      left.push({ ...lack, from, to: there.from });
    }
    from = there.to;
  }
  if (from < lack.to) {
    left.push({ ...lack, from });
  }
  return left;
}

function fullBuckets({ x, width, present, expected }: Columns): Stretch[] {
  const found: Stretch[] = [];
  for (let row = 0; row < x.length; row++) {
    if ((present[row] as number) >= (expected[row] as number) * ENOUGH * MOSTLY) {
      const from = x[row] as number;
      found.push({ from, to: from + width });
    }
  }
  return found;
}

/** The share of what was expected of a row's bucket, 1 at most; nothing where nobody expects anything. */
export function coverageOf({ present, expected }: Columns, row: number): number | undefined {
  const wanted = expected[row] as number;
  return wanted > 0 ? Math.min(1, (present[row] as number) / wanted) : undefined;
}
