import type { LocalDate } from '../time/localDate';
import type { Schemas } from './client';
import type { DerivedReason } from './derivedReasons';

export type DerivedMetric = Schemas['DerivedMetric'];

/** One derived figure over the days of {@link DerivedFigures}. */
export interface DerivedColumn {
  readonly values: readonly (number | null)[];
  /** Of its inputs, 0 to 1; null without a value, and where nobody knows how long the watch was worn. */
  readonly coverage: readonly (number | null)[];
  readonly reasons: readonly (DerivedReason | null)[];
  /** Keys of the inputs that are missing or too short. */
  readonly missing: readonly (readonly string[] | null)[];
  readonly usual: UsualColumns;
}

/** What is usual on each date, as the backend makes it; null where there are too few days before it. */
export interface UsualColumns {
  readonly mean: readonly (number | null)[];
  readonly deviation: readonly (number | null)[];
  readonly days: readonly (number | null)[];
}

/** Derived figures by key, each as long as `dates`. */
export interface DerivedFigures {
  readonly dates: readonly LocalDate[];
  readonly columns: ReadonlyMap<string, DerivedColumn>;
}

/** The pages of one answer, one after the other. */
export function joinDerived(pages: readonly Schemas['DerivedPage'][]): DerivedFigures {
  const keys = pages[0]?.metrics.map(({ key }) => key) ?? [];
  const columnsOf = (key: string) => pages.flatMap((page) => page.metrics.filter((metric) => metric.key === key));
  return {
    dates: pages.flatMap(({ dates }) => dates),
    columns: new Map(
      keys.map((key) => {
        const parts = columnsOf(key);
        return [
          key,
          {
            values: parts.flatMap(({ values }) => values),
            coverage: parts.flatMap(({ coverage }) => coverage),
            reasons: parts.flatMap(({ reasons }) => reasons),
            missing: parts.flatMap(({ missing }) => missing),
            usual: {
              mean: parts.flatMap(({ usual }) => usual.mean),
              deviation: parts.flatMap(({ usual }) => usual.deviation),
              days: parts.flatMap(({ usual }) => usual.days),
            },
          },
        ];
      }),
    ),
  };
}
