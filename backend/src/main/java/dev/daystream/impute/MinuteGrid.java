package dev.daystream.impute;

/**
 * One series by the minute. A gauge has the mean of the minute, an amount its total.
 *
 * @param firstMinute minutes since the epoch at which the first value's minute starts
 * @param values one for each minute from there on; NaN where there is none
 */
@SuppressWarnings("ArrayRecordComponent") // A column of primitives, never compared.
public record MinuteGrid(long firstMinute, double[] values) {
    /** Returns the value of a minute; NaN where there is none, and outside of the grid. */
    public double at(long minute) {
        long index = minute - firstMinute;
        return index < 0 || index >= values.length ? Double.NaN : values[(int) index];
    }

    /** Returns the first minute after the grid. */
    public long end() {
        return firstMinute + values.length;
    }
}
