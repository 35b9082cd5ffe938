import type { Columns } from '../../api/columns';
import { density } from './layer';

const ROOM_FOR_DOTS = 7;
const ROOM_FOR_LARGE_DOTS = 28;

/** Single samples as dots, where they stand far enough apart to be told one from another. */
export function sampleDots(
  context: CanvasRenderingContext2D,
  { x: at, y: value, width }: Columns,
  runs: readonly (readonly [number, number])[],
  x: (value: number) => number,
  y: (value: number) => number,
): void {
  const [first, last] = [runs[0]?.[0], runs.at(-1)?.[1]];
  const [unit, apart] = [density(), x(width) - x(0)];
  if (first === undefined || last === undefined || apart < ROOM_FOR_DOTS * unit) {
    return;
  }
  const radius = (apart < ROOM_FOR_LARGE_DOTS * unit ? 2 : 3.25) * unit;
  context.beginPath();
  for (let index = first; index < last; index++) {
    const left = x(at[index] as number);
    context.moveTo(left, y(value[index] as number));
    context.arc(left, y(value[index] as number), radius, 0, 2 * Math.PI);
  }
  context.fill();
}
