/** How recent a participant's last measurement is, whenever it arrived; the last kind has none at all. */
export type Freshness = 'fresh' | 'late' | 'old' | 'none';

const DAY = 86_400_000;

/**
 * Fresh within two days, late within a week, old beyond: a day is fetched once it has ended, so the newest measurement is often more than a
 * day old, and only after two days does silence count.
 */
export function freshness(lastMeasurement: string | null, now: number): Freshness {
  if (lastMeasurement === null) {
    return 'none';
  }
  const age = now - Date.parse(lastMeasurement);
  if (age < 2 * DAY) {
    return 'fresh';
  }
  return age < 7 * DAY ? 'late' : 'old';
}

/** The freshness in words, for those who do not see the dot. */
export const FRESHNESS_WORDS: Record<Freshness, string> = {
  fresh: 'measured within two days',
  late: 'not measured for more than two days',
  old: 'not measured for more than a week',
  none: 'never measured',
};
