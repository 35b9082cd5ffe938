import { type Columns, lowerBound } from '../api/columns';
import type { Span } from '../time/span';

const MANY = 10;

/** What the keys need to know of a series. */
export type PointColumns = Pick<Columns, 'x' | 'y' | 'width' | 'resolution'>;

/** A point that the keys stand on. */
export interface PointPlace {
  /** Which series, and when. */
  readonly track: number;
  readonly at: number;
}

interface From {
  readonly row: number;
  readonly track: number;
  readonly columns: readonly PointColumns[];
  readonly view: Span;
}

/**
 * Where a key leads: left and right by a point, with shift by ten, home and end to the first and last in view, up and down to
 * another series at the same time. Nothing for any other key.
 */
export function stepped(
  { key, shiftKey }: { readonly key: string; readonly shiftKey: boolean },
  { row, track, columns, view }: From,
): PointPlace | undefined {
  const x = columns[track]?.x ?? new Float64Array();
  const at = (wanted: number) => ({ track, at: x[Math.min(Math.max(wanted, 0), x.length - 1)] as number });
  switch (key) {
    case 'ArrowLeft':
      return at(row - (shiftKey ? MANY : 1));
    case 'ArrowRight':
      return at(row + (shiftKey ? MANY : 1));
    case 'Home':
      return at(lowerBound(x, view.from));
    case 'End':
      return at(lowerBound(x, view.to) - 1);
    case 'ArrowUp':
    case 'ArrowDown': {
      const next = (track + (key === 'ArrowDown' ? 1 : -1) + columns.length) % columns.length;
      return { track: next, at: x[row] as number };
    }
    default:
      return undefined;
  }
}

/** The row whose start is nearest to the instant; there is at least one. */
export function nearestRow({ x }: PointColumns, instant: number): number {
  const after = Math.min(lowerBound(x, instant), x.length - 1);
  const before = Math.max(0, after - 1);
  return instant - (x[before] as number) < (x[after] as number) - instant ? before : after;
}
