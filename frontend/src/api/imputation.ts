import type { Series } from './client';

/** Imputed values of a series, ready to draw; apart from the data. */
export interface Imputed {
  /** Start of the minute or bucket, milliseconds since 1970, rising. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** The true value should lie between the two in four cases of five. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** Milliseconds that one value stands for. */
  readonly width: number;
  /** Minutes of each row that were imputed; of an hour with measured minutes fewer than 60. */
  readonly minutes: Float64Array;
  /** The method that made each value, by row. */
  readonly method: readonly string[];
}

const MINUTE = 60_000;
const BUCKETS: Readonly<Record<Series['resolution'], number>> = {
  raw: MINUTE,
  '1m': MINUTE,
  '1h': 3_600_000,
  '1d': 86_400_000,
};

/** The imputed values on the pages of one series, oldest first; nothing where none were asked for or made. */
export function imputedOf(pages: readonly Series[]): Imputed | undefined {
  const [first] = pages;
  const rows = pages.flatMap((page) => rowsOf(page.t0, page.imputation));
  if (rows.length === 0 || !first) {
    return undefined;
  }
  const width = Math.max(BUCKETS[first.resolution], first.resolution === 'raw' ? first.cadence * 1000 : 0);
  const column = (read: (row: (typeof rows)[number]) => number) => Float64Array.from(rows, read);
  return {
    x: column(({ x }) => x),
    y: column(({ y }) => y),
    low: column(({ low }) => low),
    high: column(({ high }) => high),
    width,
    minutes: column(({ minutes }) => (Number.isNaN(minutes) ? width / MINUTE : minutes)),
    method: rows.map(({ method }) => method),
  };
}

function rowsOf(t0: number, told: Series['imputation']) {
  return (told?.t ?? []).flatMap((at, row) => {
    const y = told?.value[row];
    const run = told?.runs[told.made[row] ?? 0];
    return y === null || y === undefined
      ? []
      : [
          {
            ...{ x: t0 + at, y, low: told?.lower[row] ?? y, high: told?.upper[row] ?? y },
            minutes: told?.minutes?.[row] ?? Number.NaN,
            method: run ? `${run.method} ${run.version}` : '',
          },
        ];
  });
}

/** The row that stands for an instant. */
export function imputedAt({ x, width }: Imputed, instant: number): number | undefined {
  let [low, high] = [0, x.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((x[middle] as number) <= instant) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low > 0 && instant - (x[low - 1] as number) < width ? low - 1 : undefined;
}

/** How much of a row's time was imputed, 0 to 1; the rest was measured, or is empty. */
export function imputedShare({ minutes, width }: Imputed, row: number): number {
  return Math.min(1, ((minutes[row] as number) * MINUTE) / width);
}
