import { describe, expect, it } from 'vitest';
import { type Columns, gapLimit } from '../../api/columns';
import { bandBoxes } from './band';
import { pixels } from './line';
import { barBoxes } from './marks';
import { visibleRuns } from './runs';

type Resolution = Columns['resolution'];
type Random = () => number;
interface Samples {
  readonly t: number[];
  readonly v: number[];
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const BUCKETS = { '1m': MINUTE, '1h': HOUR, '1d': 24 * HOUR } as const;
const START = Date.UTC(2026, 4, 11);

function randomOf(seed: number): Random {
  let state = seed;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    const mixed = Math.imul(state ^ (state >>> 12), 0x297a2d39);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}

/** A wandering level with spikes of one sample, holes of minutes to hours, and samples on the very edges of buckets. */
function samplesOf(random: Random, days: number): Samples {
  const found: Samples = { t: [], v: [] };
  let level = 60 + random() * 20;
  let at = START;
  while (at < START + days * BUCKETS['1d']) {
    level = Math.min(180, Math.max(45, level + (random() - 0.5) * 4));
    found.t.push(at);
    found.v.push(random() < 0.003 ? level + (random() < 0.5 ? 90 : -40) : level);
    const next = at + 1000 * (1 + Math.floor(random() * 14));
    const edge = Math.ceil((at + 1) / HOUR) * HOUR;
    // Now and then the last millisecond of an hour and the first of the next.
    at = next > edge && random() < 0.5 ? edge - (at < edge - 1 && random() < 0.5 ? 1 : 0) : next;
    at += random() < 0.0008 ? Math.floor(random() * 5 * HOUR) : 0;
  }
  return found;
}

function columnsOf(rows: readonly { at: number; low: number; high: number }[], resolution: Resolution): Columns {
  const column = (of: (row: (typeof rows)[number]) => number) => Float64Array.from(rows, of);
  const ones = column(() => 1);
  return {
    ...{ x: column(({ at }) => at), y: column(({ low, high }) => (low + high) / 2) },
    ...{ low: column(({ low }) => low), high: column(({ high }) => high) },
    ...{ count: ones, present: ones, expected: ones, unit: 'minutes' as const, resolution },
    width: resolution === 'raw' ? 5_000 : BUCKETS[resolution],
    gap: gapLimit(resolution, 5_000),
  };
}

/** As the service reduces: lowest and highest of each bucket that has samples. */
function reduced({ t, v }: Samples, resolution: Resolution): Columns {
  if (resolution === 'raw') {
    return columnsOf(
      t.map((at, index) => ({ at, low: v[index] as number, high: v[index] as number })),
      'raw',
    );
  }
  const rows: { at: number; low: number; high: number }[] = [];
  t.forEach((instant, index) => {
    const at = instant - ((instant - START) % BUCKETS[resolution]);
    const value = v[index] as number;
    const last = rows.at(-1);
    if (last?.at === at) {
      Object.assign(last, { low: Math.min(last.low, value), high: Math.max(last.high, value) });
    } else {
      rows.push({ at, low: value, high: value });
    }
  });
  return columnsOf(rows, resolution);
}

interface View {
  readonly from: number;
  readonly to: number;
  readonly left: number;
  readonly width: number;
}

/** A view of any length and place, in a plot of an odd width at an odd place; sometimes ending on a bucket's edge. */
function viewOf(random: Random, days: number): View {
  const all = days * BUCKETS['1d'];
  const length = 20_000 * (all / 20_000) ** random();
  const place = START + random() * (all - length);
  const from = random() < 0.3 ? Math.floor(place / HOUR) * HOUR : place;
  return { from, to: from + length, left: Math.round(random() * 60) + 0.5, width: 180 + Math.floor(random() * 2400) };
}

const projectorOf =
  ({ from, to, left, width }: View) =>
  (at: number) =>
    left + ((at - from) / (to - from)) * width;

/** Lowest and highest of the samples in each pixel column. */
function truth({ t, v }: Samples, view: View): Map<number, { low: number; high: number }> {
  const x = projectorOf(view);
  const found = new Map<number, { low: number; high: number }>();
  t.forEach((at, index) => {
    if (at >= view.from && at < view.to) {
      const column = Math.floor(x(at));
      const value = v[index] as number;
      const known = found.get(column) ?? { low: value, high: value };
      found.set(column, { low: Math.min(known.low, value), high: Math.max(known.high, value) });
    }
  });
  return found;
}

/** What the layers paint in each pixel column: the band of reduced data, the line of samples. */
function painted(columns: Columns, view: View): Map<number, { low: number; high: number }> {
  const x = projectorOf(view);
  const found = new Map<number, { low: number; high: number }>();
  for (const run of visibleRuns(columns, view.from, view.to)) {
    if (columns.resolution === 'raw') {
      for (const { x: at, low, high } of pixels(columns, run, x, (value) => value)) {
        found.set(Math.floor(at), widened(found.get(Math.floor(at)), low, high));
      }
    } else {
      for (const { left, right, low, high } of bandBoxes(columns, run, x, [view.left, view.left + view.width])) {
        for (let column = left; column < right; column++) {
          found.set(column, widened(found.get(column), low, high));
        }
      }
    }
  }
  return found;
}

function widened(known: { low: number; high: number } | undefined, low: number, high: number) {
  return known ? { low: Math.min(known.low, low), high: Math.max(known.high, high) } : { low, high };
}

describe.each(['raw', '1m', '1h', '1d'] as const)('at %s', (resolution) => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('no pixel column loses its lowest or highest, seed %i', (seed) => {
    const random = randomOf(seed);
    const days = 1 + Math.floor(random() * 4);
    const samples = samplesOf(random, days);
    const columns = reduced(samples, resolution);
    for (let turn = 0; turn < 12; turn++) {
      const view = viewOf(random, days);
      const shown = painted(columns, view);
      const lost = [...truth(samples, view)].filter(([column, { low, high }]) => {
        const drawn = shown.get(column);
        return !drawn || drawn.low > low || drawn.high < high;
      });
      expect({ view, lost }).toEqual({ view, lost: [] });
    }
  });
});

it('a band claims no more than the buckets that a column touches', () => {
  const columns = columnsOf(
    [
      { at: START, low: 60, high: 70 },
      { at: START + HOUR, low: 50, high: 150 },
      { at: START + 2 * HOUR, low: 61, high: 69 },
    ],
    '1h',
  );
  const x = (at: number) => ((at - START) / HOUR) * 10.5;
  expect(bandBoxes(columns, [0, 3], x, [0, 100])).toEqual([
    { left: 0, right: 10, low: 60, high: 70 },
    { left: 10, right: 11, low: 50, high: 150 },
    { left: 11, right: 21, low: 50, high: 150 },
    { left: 21, right: 32, low: 61, high: 69 },
  ]);
});

it('a local day of 25 hours ends where the next begins', () => {
  const days = columnsOf(
    [0, 25, 49].map((hours) => ({ at: START + hours * HOUR, low: 1, high: 2 })),
    '1d',
  );
  const [first] = bandBoxes(days, [0, 1], (at) => (at - START) / HOUR, [0, 100]);
  expect(first).toEqual({ left: 0, right: 25, low: 1, high: 2 });
});

it('of bars narrower than a pixel the highest stands in each column', () => {
  const minutes = columnsOf(
    [1, 9, 3, 0, 5, 4].map((amount, index) => ({ at: START + index * MINUTE, low: amount, high: amount })),
    '1m',
  );
  const x = (at: number) => ((at - START) / MINUTE) * 0.5;
  expect(barBoxes(minutes, [0, 6], x, (value) => -value, 1)).toEqual([
    { left: 0, right: 1, top: -9 },
    { left: 1, right: 2, top: -3 },
    { left: 2, right: 3, top: -5 },
  ]);
});
