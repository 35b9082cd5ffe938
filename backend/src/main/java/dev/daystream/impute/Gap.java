package dev.daystream.impute;

/**
 * Minutes of a series that have no value and are to get one.
 *
 * @param firstMinute minutes since the epoch at which it starts
 * @param minutes how long it lasts; 1 or more
 */
public record Gap(long firstMinute, int minutes) {
    public Gap {
        if (minutes < 1) {
            throw new IllegalArgumentException("A gap lasts a minute or more, not " + minutes);
        }
    }

    /** Returns the first minute after it. */
    public long end() {
        return firstMinute + minutes;
    }
}
