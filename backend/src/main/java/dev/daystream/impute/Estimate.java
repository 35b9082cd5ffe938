package dev.daystream.impute;

/**
 * What a method says of a gap: a value for each of its minutes and the interval that should hold the true one in four cases of five.
 *
 * @param gap which
 * @param values in the metric's unit, one for each minute; NaN where the method has nothing to say
 * @param lower lower bounds of the 80 % intervals
 * @param upper their upper bounds
 */
@SuppressWarnings("ArrayRecordComponent") // Columns of primitives, never compared.
public record Estimate(Gap gap, double[] values, double[] lower, double[] upper) {
    /** The share of true values that the intervals should hold. */
    public static final double CONFIDENCE = 0.8;
}
