package dev.daystream.source.parsing;

import com.fasterxml.jackson.core.io.NumberInput;

/** Reads decimal numbers as {@link Double#parseDouble} does, several times faster for those that sensors send. */
public final class Decimals {
    /** So many digits always fit into a long; ten to the power of as many is exactly a double. */
    private static final int LONG_DIGITS = 18;

    /** Up to here every whole number is exactly a double, and dividing it by an exact power of ten rounds once. */
    private static final long EXACT = 1L << 53;

    private static final double[] POWERS = powers();

    private Decimals() {}

    /** Returns the number that the text spells, or NaN if it spells no finite one. */
    public static double parse(String text) {
        return parse(text.toCharArray(), 0, text.length());
    }

    /** Returns the number that {@code length} characters from {@code from} on spell, or NaN if they spell no finite one. */
    public static double parse(char[] text, int from, int length) {
        int end = from + length;
        int at = from;
        boolean negative = at < end && text[at] == '-';
        if (negative) {
            at++;
        }
        long mantissa = 0;
        int first = at;
        int point = -1;
        for (; at < end; at++) {
            int digit = text[at] - '0';
            if (digit >= 0 && digit <= 9) {
                mantissa = mantissa * 10 + digit;
            } else if (digit == '.' - '0' && point < 0) {
                point = at;
            } else {
                return parseSlowly(text, from, length);
            }
        }
        int fraction = point < 0 ? 0 : end - point - 1;
        int digits = end - first - (point < 0 ? 0 : 1);
        if (digits == 0 || digits > LONG_DIGITS || mantissa > EXACT) {
            return parseSlowly(text, from, length);
        }
        double value = fraction == 0 ? mantissa : mantissa / POWERS[fraction];
        return negative ? -value : value;
    }

    private static double parseSlowly(char[] text, int from, int length) {
        for (int i = from; i < from + length; i++) {
            char c = text[i];
            if ((c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
                return Double.NaN;
            }
        }
        try {
            double value = NumberInput.parseDouble(text, from, length, true);
            return Double.isInfinite(value) ? Double.NaN : value;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static double[] powers() {
        double[] powers = new double[LONG_DIGITS + 1];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * 10;
        }
        return powers;
    }
}
