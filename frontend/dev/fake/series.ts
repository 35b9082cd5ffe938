import type { Metric, Series } from '../../src/api/client';
import { groupBy } from '../../src/api/groupBy';
import { coverageOf } from './coverage';
import type { Person } from './people';
import { type Samples, samplesOn } from './samples';

const STEPS = { '1m': 60_000, '1h': 3_600_000 } as const;
const DAY = 86_400_000;

export interface Window {
  readonly from: number;
  readonly to: number;
}

/** A person's samples within the window. */
export function samplesIn(person: Person, metric: string, { from, to }: Window): Samples {
  const found: Samples = { t: [], v: [] };
  for (const date of datesIn(person, { from, to })) {
    const { t, v } = samplesOn(person, metric, date);
    for (let index = 0; index < t.length; index++) {
      const at = t[index] as number;
      if (at >= from && at < to) {
        found.t.push(at);
        found.v.push(v[index] as number);
      }
    }
  }
  return found;
}

function datesIn(person: Person, { from, to }: Window): string[] {
  const dates = new Set<string>();
  for (let at = from; at < to; at += DAY / 2) {
    dates.add(person.clock.dateAt(at));
  }
  dates.add(person.clock.dateAt(to - 1));
  return [...dates].toSorted();
}

/** The finest resolution whose points stay within the wanted number. */
export function chooseResolution(asked: string, metric: Metric, window: Window, points: number): Series['resolution'] {
  if (asked !== 'auto') {
    return asked as Series['resolution'];
  }
  const length = window.to - window.from;
  if (length / (metric.cadence * 1000 * 1.8) <= points) {
    return 'raw';
  }
  return length / STEPS['1m'] <= points ? '1m' : length / STEPS['1h'] <= points ? '1h' : '1d';
}

/** One series as the contract has it. */
export function seriesOf(person: Person, metric: Metric, window: Window, resolution: Series['resolution']): Series {
  const { t, v } = samplesIn(person, metric.key, window);
  const shared = {
    participant: person.id,
    metric: metric.key,
    source: person.source,
    device: '',
    unit: metric.unit,
    kind: metric.kind,
    cadence: metric.cadence,
    zone: person.zone,
    resolution,
    summary: summaryOf(v),
  };
  const coverage = coverageOf(person, metric, window, resolution);
  if (resolution === 'raw') {
    const t0 = t[0] ?? window.from;
    const { expected: _, present: __, ...told } = coverage(t0);
    return { ...shared, t0, t: t.map((at) => at - t0), v, coverage: told };
  }
  let day = { from: 0, to: 0 };
  const bucketOf = (at: number): number => {
    if (resolution !== '1d') {
      return Math.floor(at / STEPS[resolution]) * STEPS[resolution];
    }
    if (at < day.from || at >= day.to) {
      const date = person.clock.dateAt(at);
      day = { from: person.clock.startOf(date), to: person.clock.endOf(date) };
    }
    return day.from;
  };
  const summaryAt = (start: number) => summaryOf((buckets.get(start) ?? []).map((index) => v[index] as number));
  const buckets = groupBy(v.keys(), (index) => bucketOf(t[index] as number));
  const starts = [...buckets.keys()];
  const t0 = starts[0] ?? window.from;
  const step = resolution === '1d' ? 0 : STEPS[resolution];
  const length = step ? ((starts.at(-1) ?? t0) - t0) / step + 1 : 0;
  if (step && starts.length * 2 >= length) {
    const rows = Array.from({ length }, (_, index) => summaryAt(t0 + index * step));
    return { ...shared, t0, step, ...columns(rows), coverage: coverage(t0) };
  }
  return { ...shared, t0, t: starts.map((at) => at - t0), ...columns(starts.map(summaryAt)), coverage: coverage(t0) };
}

function columns(rows: readonly Series['summary'][]) {
  return {
    count: rows.map(({ count }) => count),
    sum: rows.map(({ count, sum }) => (count ? sum : null)),
    min: rows.map(({ min }) => min),
    max: rows.map(({ max }) => max),
    avg: rows.map(({ avg }) => avg),
  };
}

export function summaryOf(values: readonly number[]): Series['summary'] {
  let [sum, min, max] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    sum += value;
    min = Math.min(min, value);
    max = Math.max(max, value);
  }
  const count = values.length;
  return {
    count,
    sum,
    min: count ? min : null,
    max: count ? max : null,
    avg: count ? Math.round((sum / count) * 1000) / 1000 : null,
  };
}
