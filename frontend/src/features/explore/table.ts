import type { Series, SleepLevel } from '../../api/client';
import { type Columns, lowerBound } from '../../api/columns';
import type { Imputed } from '../../api/imputation';
import { coverageOf, type Lack, lackAt } from '../../api/lacks';
import type { Reason } from '../../api/reasons';
import type { Span } from '../../time/span';
import type { WallClock } from '../../time/zone';
import type { Cell } from './useCells';

/** One row of what is shown: a sample, a bucket, or a stretch without any. */
export interface Row {
  readonly participant: string;
  readonly metric: string;
  readonly unit: string;
  readonly source: string;
  readonly resolution: Series['resolution'];
  /** UTC. */
  readonly start: string;
  /** The same on the clock of the axis. */
  readonly local: string;
  /** UTC; the end of the bucket, or of the stretch without data. */
  readonly end: string;
  /** The sample, a gauge's mean, an amount's sum; null without data. */
  readonly value: number | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly count: number;
  /** What coverage counts: samples, or minutes with at least one. */
  readonly present: number | null;
  readonly expected: number | null;
  readonly coverage: number | null;
  readonly reason: Reason | null;
  /** Method of an imputed value, whose min and max are its bounds; null of data. */
  readonly imputed: string | null;
  /** How many minutes of the row were imputed; null of data. */
  readonly imputedMinutes: number | null;
  /** Level of a stretch of sleep; null of everything else. */
  readonly stage: SleepLevel | null;
}

/** What a row has that holds no figures. */
export const NO_FIGURES = {
  ...{ value: null, min: null, max: null, count: 0, present: null, expected: null, coverage: null },
  ...{ reason: null, imputed: null, imputedMinutes: null, stage: null },
} as const;

/** The rows of the cells in view, in order of participant, metric, source and time; what is missing is a row too. */
export function rowsOf(cells: readonly Cell[], view: Span, clock: WallClock): Row[] {
  return cells.flatMap(({ person, metric, data }) =>
    (data?.series ?? []).flatMap(({ columns, source, device, lacks, missing, imputed }) => {
      const shared = {
        participant: person.name,
        metric: metric.key,
        unit: metric.display,
        source: `${source} ${device}`.trim(),
        resolution: columns.resolution,
      };
      const times = (from: number, to: number) => timesOf(clock, from, to);
      const rows = measured(columns, lacks, view).map(({ from, to, ...figures }) => ({
        at: from,
        row: { ...shared, ...times(from, to), ...figures },
      }));
      const gaps = missing
        .filter((lack) => lack.to > view.from && lack.from < view.to && !hasRow(columns, lack))
        .map((lack) => {
          const [from, to] = [Math.max(lack.from, view.from), Math.min(lack.to, view.to)];
          const none = { ...NO_FIGURES, coverage: 0, reason: lack.reason };
          return { at: from, row: { ...shared, ...times(from, to), ...none } };
        });
      const made = imputed
        ? madeIn(imputed, view).map(({ from, to, ...figures }) => ({
            at: from,
            row: { ...shared, ...times(from, to), ...figures },
          }))
        : [];
      return [...rows, ...gaps, ...made].sort((a, b) => a.at - b.at).map(({ row }) => row);
    }),
  );
}

function hasRow({ x }: Columns, { from, to }: Lack): boolean {
  return (x[lowerBound(x, from)] ?? Number.POSITIVE_INFINITY) < to;
}

function measured(columns: Columns, lacks: readonly Lack[], view: Span) {
  const raw = columns.resolution === 'raw';
  const first = lowerBound(columns.x, view.from);
  const end = lowerBound(columns.x, view.to);
  return Array.from({ length: end - first }, (_, index) => {
    const row = first + index;
    const from = columns.x[row] as number;
    const expected = columns.expected[row] as number;
    return {
      from,
      to: raw ? from : from + columns.width,
      value: columns.y[row] as number,
      min: columns.low[row] as number,
      max: columns.high[row] as number,
      count: columns.count[row] as number,
      present: raw || expected === 0 ? null : (columns.present[row] as number),
      expected: raw || expected === 0 ? null : expected,
      coverage: raw ? null : rounded(coverageOf(columns, row)),
      reason: raw ? null : (lackAt(lacks, from)?.reason ?? null),
      ...{ imputed: null, imputedMinutes: null, stage: null },
    };
  });
}

function madeIn({ x, y, low, high, width, method, minutes }: Imputed, view: Span) {
  const first = lowerBound(x, view.from);
  return Array.from({ length: lowerBound(x, view.to) - first }, (_, index) => {
    const row = first + index;
    const from = x[row] as number;
    const figures = { value: y[row] as number, min: low[row] as number, max: high[row] as number };
    const made = { imputed: method[row] ?? '', imputedMinutes: minutes[row] as number };
    return { from, to: from + width, ...NO_FIGURES, ...figures, ...made };
  });
}

function rounded(share: number | undefined): number | null {
  return share === undefined ? null : Math.round(share * 10_000) / 10_000;
}

/** When a row begins and ends, as it stands in a file. */
export function timesOf(clock: WallClock, from: number, to: number): Pick<Row, 'start' | 'local' | 'end'> {
  return { start: iso(from), local: localIso(clock, from), end: iso(to) };
}

function iso(instant: number): string {
  return new Date(instant).toISOString().replace('.000Z', 'Z');
}

function localIso(clock: WallClock, instant: number): string {
  return new Date(clock.wall(instant)).toISOString().replace(/(\.000)?Z$/, '');
}
