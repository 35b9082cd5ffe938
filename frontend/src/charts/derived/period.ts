import type { DerivedColumn } from '../../api/derived';
import type { DerivedReason } from '../../api/derivedReasons';
import { type Usual, usualAt } from './usual';

/** What a derived figure comes to over days in a row. */
export interface Period {
  /** The mean of the days that have a value; the value itself of a single day. */
  readonly value: number | null;
  /** Why there is none: of several days the reason that most of them have. */
  readonly reason: DerivedReason | null;
  /** Mean coverage of the days that have a value; of all days when none has. */
  readonly coverage: number;
  /** What was usual in the 30 days before the first of them. */
  readonly usual: Usual | undefined;
  /** Days that have a value. */
  readonly known: number;
}

/** The last `days` of the column together, against the days before them. */
export function periodAt({ values, coverage, reasons }: DerivedColumn, days: number): Period {
  const first = Math.max(0, values.length - days);
  const known = values.flatMap((value, index) => (index >= first && value !== null ? [index] : []));
  const meanOf = (column: readonly (number | null)[], rows: readonly number[]) =>
    rows.reduce((sum, row) => sum + (column[row] ?? 0), 0) / Math.max(1, rows.length);
  const all = Array.from({ length: values.length - first }, (_, index) => first + index);
  return {
    value: known.length > 0 ? meanOf(values, known) : null,
    reason: known.length > 0 ? null : mostFrequent(reasons.slice(first)),
    coverage: meanOf(coverage, known.length > 0 ? known : all),
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
