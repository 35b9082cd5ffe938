import type { LocalDate } from '../time/localDate';
import type { Schemas } from './client';
import type { DerivedReason } from './derivedReasons';

export type DerivedMetric = Schemas['DerivedMetric'];

type UsualColumns = Readonly<Record<'mean' | 'deviation' | 'days', readonly (number | null)[]>>;

/** One derived figure over the days of {@link DerivedFigures}. */
export interface DerivedColumn {
  readonly values: readonly (number | null)[];
  /** Of what it is made from, 0 to 1. */
  readonly coverage: readonly (number | null)[];
  readonly reasons: readonly (DerivedReason | null)[];
  /** The participant's own values of the 30 days before each date; null with fewer than five. */
  readonly usual: UsualColumns;
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
