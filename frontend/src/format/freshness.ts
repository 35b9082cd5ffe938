/** How recent a participant's newest delivery is; the last kind has none at all. */
export type Freshness = 'fresh' | 'late' | 'old' | 'none';

const DAY = 86_400_000;

/** Fresh within a day, late within two, old beyond: a study looks after whom it has not heard from for 48 hours. */
export function freshness(lastDelivery: string | null, now: number): Freshness {
  if (lastDelivery === null) {
    return 'none';
  }
  const age = now - Date.parse(lastDelivery);
  if (age < DAY) {
    return 'fresh';
  }
  return age < 2 * DAY ? 'late' : 'old';
}

/** The freshness in words, for those who do not see the dot. */
export const FRESHNESS_WORDS: Record<Freshness, string> = {
  fresh: 'delivered within a day',
  late: 'nothing for more than a day',
  old: 'nothing for more than two days',
  none: 'nothing delivered yet',
};
