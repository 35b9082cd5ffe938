package dev.daystream.export;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One row while it is being written; used again for the next. Not safe for use by several threads. */
final class Row {
    private static final double DECIMALS = 10_000;

    private final boolean[] set;
    private final long[] integers;
    private final double[] numbers;
    private final @Nullable String[] texts;

    Row(Table table) {
        int size = table.fields().size();
        set = new boolean[size];
        integers = new long[size];
        numbers = new double[size];
        texts = new String[size];
    }

    /** Empties all columns. */
    Row clear() {
        Arrays.fill(set, false);
        return this;
    }

    Row integer(Field field, long value) {
        set[field.ordinal()] = true;
        integers[field.ordinal()] = value;
        return this;
    }

    Row number(Field field, double value) {
        set[field.ordinal()] = true;
        numbers[field.ordinal()] = value;
        return this;
    }

    /** Sets a number, or leaves it empty if it is null. */
    Row number(Field field, @Nullable Double value) {
        return value == null ? this : number(field, value.doubleValue());
    }

    /** Sets the double nearest to the shortest decimal that means this single-precision number: 61.3, not 61.29999923706055. */
    Row decimal(Field field, float value) {
        double rounded = Math.rint(value * DECIMALS) / DECIMALS;
        return number(field, (float) rounded == value ? rounded : Double.parseDouble(Float.toString(value)));
    }

    Row text(Field field, @Nullable String value) {
        set[field.ordinal()] = value != null;
        texts[field.ordinal()] = value;
        return this;
    }

    boolean has(Field field) {
        return set[field.ordinal()];
    }

    long integer(Field field) {
        return integers[field.ordinal()];
    }

    double number(Field field) {
        return numbers[field.ordinal()];
    }

    String text(Field field) {
        return String.valueOf(texts[field.ordinal()]);
    }
}
