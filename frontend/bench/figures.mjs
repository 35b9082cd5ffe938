/** The value below which the given share of the values lies. */
export function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(at)] ?? Number.NaN, sorted[Math.ceil(at)] ?? Number.NaN];
  return low + (high - low) * (at - Math.floor(at));
}

export const median = (values) => quantile(values, 0.5);

/** `182 (171–240)`: the median and the range. */
export function spread(values, digits = 0) {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return `${median(values).toFixed(digits)} (${low.toFixed(digits)}–${high.toFixed(digits)})`;
}

/** The share of the values above a limit, in per cent. */
export function above(values, limit) {
  return (100 * values.filter((value) => value > limit).length) / values.length;
}

/** A line of the report; `held` is left out where there is no goal. */
export function line(what, words, goal, held) {
  console.log(`${what.padEnd(48)} ${words.padEnd(34)} ${goal ? `goal ${goal}: ${held ? 'held' : 'MISSED'}` : ''}`);
  return held ?? true;
}
