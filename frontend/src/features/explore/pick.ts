import { rowAt } from '../../api/columns';
import type { Point } from './search';
import type { Cell } from './useCells';

/**
 * The point that a click means: of the rows near the instant the one that is nearest by `distance`, such as of its value
 * to the pointer's height. Rows further away than `reach` milliseconds, or the width of their bucket, are not meant.
 */
export function nearest(
  cells: readonly Cell[],
  instant: number,
  reach: number,
  distanceOf: (cell: Cell, value: number) => number,
): Point | undefined {
  let found: Point | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const cell of cells) {
    for (const { columns } of cell.data?.series ?? []) {
      const row = rowAt(columns, instant);
      const at = row === undefined ? Number.NaN : (columns.x[row] as number);
      const distance = row === undefined ? Number.NaN : distanceOf(cell, columns.y[row] as number);
      if (distance < least && Math.abs(at - instant) <= Math.max(reach, columns.width)) {
        least = distance;
        found = { participant: cell.person.id, metric: cell.metric.key, at };
      }
    }
  }
  return found;
}
