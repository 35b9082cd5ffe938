/** What the service would tell as usual at an index: of the 30 values before it. */
export function usualOf(values: readonly (number | null)[], index: number) {
  const before = values.slice(Math.max(0, index - 30), index).filter((value) => value !== null);
  if (before.length < 5) {
    return undefined;
  }
  const mean = before.reduce((sum, value) => sum + value, 0) / before.length;
  const squares = before.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(squares / (before.length - 1)), days: before.length };
}
