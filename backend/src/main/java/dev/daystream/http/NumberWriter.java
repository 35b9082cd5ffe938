package dev.daystream.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Writes numbers as short as they can be told. Not safe for use by several threads. */
final class NumberWriter {
    /** Significant digits of a mean. */
    static final int MEAN_DIGITS = 6;
    /** Significant digits of a sum: more than single precision has, fewer than its noise. */
    static final int SUM_DIGITS = 10;

    private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10};
    private static final int FEW_DECIMALS = 4;
    private static final double EXACT = 1e15;

    private final JsonGenerator to;
    private final char[] digits = new char[24];

    NumberWriter(JsonGenerator to) {
        this.to = to;
    }

    /** Writes the shortest decimal that reads back as the same single-precision number. */
    void writeFloat(float value) throws IOException {
        if (value == (int) value) {
            to.writeNumber((int) value);
            return;
        }
        for (int decimals = 1; decimals <= FEW_DECIMALS; decimals++) {
            double scaled = Math.rint(value * POWERS[decimals]);
            if ((float) (scaled / POWERS[decimals]) == value && Math.abs(scaled) < EXACT) {
                writeDecimal((long) scaled, decimals);
                return;
            }
        }
        to.writeNumber(value);
    }

    /** Writes a number rounded to so many significant digits; whole numbers are written in full. */
    void writeRounded(double value, int significant) throws IOException {
        double size = Math.abs(value);
        if (size < EXACT && value == (long) value) {
            to.writeNumber((long) value);
            return;
        }
        int whole = 0;
        while (whole < significant && size >= POWERS[whole]) {
            whole++;
        }
        if (size < 0.1 || size >= EXACT) {
            to.writeNumber(new BigDecimal(value).round(new MathContext(significant, RoundingMode.HALF_EVEN)));
            return;
        }
        int decimals = significant - whole;
        long scaled = (long) Math.rint(value * POWERS[decimals]);
        while (decimals > 0 && scaled % 10 == 0) {
            scaled /= 10;
            decimals--;
        }
        writeDecimal(scaled, decimals);
    }

    /** Writes {@code scaled / 10^decimals}. */
    private void writeDecimal(long scaled, int decimals) throws IOException {
        if (decimals == 0) {
            to.writeNumber(scaled);
            return;
        }
        long rest = Math.abs(scaled);
        int at = digits.length;
        for (int i = 0; i < decimals; i++) {
            digits[--at] = (char) ('0' + rest % 10);
            rest /= 10;
        }
        digits[--at] = '.';
        do {
            digits[--at] = (char) ('0' + rest % 10);
            rest /= 10;
        } while (rest > 0);
        if (scaled < 0) {
            digits[--at] = '-';
        }
        to.writeNumber(digits, at, digits.length - at);
    }
}
