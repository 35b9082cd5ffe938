import type { Insight } from '../../api/queries/insights';

const FAMILIES: readonly (readonly [RegExp, string])[] = [
  [/^sleep/, 'sleep'],
  [/heart|hrv/, 'heart'],
  [/steps|minutes|calories|swolf|workouts/, 'movement'],
];

/** The hue of what a question is about first of all: the same as everywhere. */
export function familyOf({ needs: [first = ''] }: Insight): string {
  return FAMILIES.find(([pattern]) => pattern.test(first))?.[1] ?? 'accent';
}
