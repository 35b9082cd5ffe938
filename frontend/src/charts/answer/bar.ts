/** One figure of an answer, with what it is of and what stands behind it. */
export interface Bar {
  readonly key: string;
  readonly label: string;
  /** Which of several groups it belongs to. */
  readonly group?: string | undefined;
  readonly value: number | null;
  /** Ends of the interval of the value. */
  readonly ends?: readonly [number, number] | undefined;
  /** What it lacks to be compared with the others. */
  readonly short?: string | undefined;
  /** The value with its unit and its interval. */
  readonly text: string;
  readonly backing: string;
  readonly colour: string;
}

/** Ends of a scale that begins at zero, or goes to both sides of it. */
export function extent(values: readonly (number | null)[]): { readonly low: number; readonly high: number } {
  const known = values.filter((value) => value !== null);
  const [low, high] = [Math.min(0, ...known), Math.max(0, ...known)];
  return low === high ? { low, high: low + 1 } : { low, high };
}

/** What a scale of bars must hold: the values, and the ends of their intervals. */
export function reachOf(bars: readonly Bar[]): (number | null)[] {
  return bars.flatMap(({ value, ends }) => [value, ...(ends ?? [])]);
}

/** A bar in words: its value, what it lacks, and what stands behind it. */
export function wordsOf({ text, short, backing }: Pick<Bar, 'text' | 'short' | 'backing'>): string {
  const more = [short, backing].filter(Boolean).join(', ');
  return more ? `${text}, ${more}` : text;
}

/** About `wanted` round figures between two ends, the ends not among them. */
export function roundSteps(from: number, to: number, wanted: number): number[] {
  const rough = (to - from) / Math.max(1, wanted);
  if (!(rough > 0)) {
    return [];
  }
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
  const first = Math.ceil(from / step);
  const last = Math.floor(to / step);
  // Counted and not summed, so that 0.30000000000000004 does not appear on an axis.
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}
