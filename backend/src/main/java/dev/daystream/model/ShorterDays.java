package dev.daystream.model;

/**
 * What becomes of a payload that has clearly fewer samples than the one that is in place for its day.
 *
 * @param rule what is done with it
 * @param percent from how many per cent fewer samples on a payload counts as shorter, 1 to 100
 */
public record ShorterDays(Rule rule, int percent) {
    /** Taken where nothing else is said: the vendor's newest word holds, and people see that it took something away. */
    public static final ShorterDays USUAL = new ShorterDays(Rule.FLAG, 10);

    /** What is done with a shorter payload. */
    public enum Rule {
        /** It takes effect like any other correction. */
        APPLY,
        /** It takes effect, and its run and the correction log carry a flag. */
        FLAG,
        /** What is in place stays; run and correction log say so and carry the flag. */
        REFUSE
    }

    public ShorterDays {
        if (percent < 1 || percent > 100) {
            throw new IllegalArgumentException("A share of " + percent + " %");
        }
    }

    /** Returns whether {@code after} samples in the place of {@code before} count as shorter. */
    public boolean isShorter(int before, int after) {
        return after < before && (before - after) * 100L >= (long) percent * before;
    }
}
