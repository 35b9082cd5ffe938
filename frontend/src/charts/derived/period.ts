import type { DerivedColumn } from '../../api/derived';
import type { DerivedReason } from '../../api/derivedReasons';
import { type Usual, usualAt } from './usual';

/** What a derived figure comes to over days in a row. */
export interface Period {
  /** The mean of the days that have a value; the value itself of a single day. */
  readonly value: number | null;
  /** Why there is none: of several days the reason that most of them have. */
  readonly reason: DerivedReason | null;
  /** Keys of the inputs that are missing on the last day with that reason. */
  readonly missing: readonly string[];
  /** Mean coverage of the days whose coverage is known; without a value there is none. */
  readonly coverage: number | null;
  /** What was usual in the 30 days before the first of them. */
  readonly usual: Usual | undefined;
  /** Days that have a value. */
  readonly known: number;
}

/** The last `days` of the column together, against the days before them. */
export function periodAt({ values, coverage, reasons, missing }: DerivedColumn, days: number): Period {
  const first = Math.max(0, values.length - days);
  const known = values.flatMap((value, index) => (index >= first && value !== null ? [index] : []));
  const meanOf = (column: readonly (number | null)[], rows: readonly number[]) =>
    rows.length > 0 ? rows.reduce((sum, row) => sum + (column[row] ?? 0), 0) / rows.length : null;
  const reason = known.length > 0 ? null : mostFrequent(reasons.slice(first));
  return {
    value: meanOf(values, known),
    reason,
    missing: (reason && missing[reasons.lastIndexOf(reason)]) ?? [],
    coverage: meanOf(
      coverage,
      known.filter((row) => coverage[row] != null),
    ),
    usual: usualAt(values, first),
    known: known.length,
  };
}

function mostFrequent(reasons: readonly (DerivedReason | null)[]): DerivedReason | null {
  const counts = new Map<DerivedReason, number>();
  for (const reason of reasons) {
    if (reason) {
      counts.set(reason, (counts.get(reason) ?? 0) + 1);
    }
  }
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}
