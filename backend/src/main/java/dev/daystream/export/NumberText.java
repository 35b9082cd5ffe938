package dev.daystream.export;

/** Writes numbers in full and as short as they can be told. */
final class NumberText {
    private static final double EXACT = 1e15;

    private NumberText() {}

    static boolean isWhole(double value) {
        return value == Math.rint(value) && Math.abs(value) < EXACT;
    }

    static String of(double value) {
        return isWhole(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
