package dev.daystream.baddays;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a place says about one thing of one day: texts by field, of which a place may have a few only.
 *
 * @param fields {@code value}, {@code present}, {@code expected}, {@code coverage} and {@code reason}; "null" is a claim as well
 */
public record Answer(Map<String, String> fields) {
    /** Digits that two places must agree on. */
    private static final int DIGITS = 4;

    /** Returns an answer without fields. */
    public static Answer empty() {
        return new Answer(new LinkedHashMap<>());
    }

    /** Adds a field; numbers are rounded, so that the same number is the same text. */
    public Answer with(String field, @Nullable Object value) {
        fields.put(field, text(value));
        return this;
    }

    /** Returns a number or text as the table has it. */
    static String text(@Nullable Object value) {
        if (value instanceof Number number) {
            BigDecimal rounded = new BigDecimal(number.toString()).setScale(DIGITS, RoundingMode.HALF_UP);
            return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
        }
        String text = String.valueOf(value);
        return text.matches("-?\\d+(\\.\\d+)?") ? text(new BigDecimal(text)) : text;
    }
}
