import { type Columns, lowerBound } from '../../api/columns';

/** Index ranges [from, to) without a hole inside, of the rows in view and one neighbour on each side. */
export function visibleRuns(columns: Columns, from: number, to: number): [number, number][] {
  const { x, gap } = columns;
  const start = Math.max(0, lowerBound(x, from) - 1);
  const end = Math.min(x.length, lowerBound(x, to) + 1);
  const runs: [number, number][] = [];
  let begin = start;
  for (let index = start + 1; index <= end; index++) {
    if (index === end || (x[index] as number) - (x[index - 1] as number) > gap) {
      runs.push([begin, index]);
      begin = index;
    }
  }
  return start < end ? runs : [];
}
