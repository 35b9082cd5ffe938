/** Hues of what stands beside each other; from the ninth on, all share one that is quiet. */
export const PERSON_COLOURS: readonly string[] = Array.from({ length: 8 }, (_, index) => `var(--person-${index + 1})`);
