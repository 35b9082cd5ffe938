package dev.daystream.source.fitbit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.daystream.model.Rejection;
import dev.daystream.source.parsing.RejectionLog;
import org.jspecify.annotations.Nullable;

/** Reads optional numbers of a record. One that is no number or out of its range is rejected, and counts as absent. */
final class CheckedNumbers {
    private final RejectionLog log;

    CheckedNumbers(RejectionLog log) {
        this.log = log;
    }

    /** Returns a whole number from {@code lowest} to {@code highest}, rounded if need be; null if the field has none. */
    @Nullable
    Integer integer(JsonNode entry, String field, double lowest, double highest, String position) {
        Double number = decimal(entry, field, lowest, highest, position);
        return number == null ? null : (Integer) (int) Math.rint(number);
    }

    /** Returns a number from {@code lowest} to {@code highest}; null if the field has none. */
    @Nullable
    Double decimal(JsonNode entry, String field, double lowest, double highest, String position) {
        if (!JsonFields.has(entry, field)) {
            return null;
        }
        double number = JsonFields.number(entry, field);
        if (Double.isNaN(number)) {
            log.add(Rejection.Reason.MALFORMED, position, field + " is not a number");
            return null;
        }
        if (number < lowest || number > highest) {
            log.add(
                    Rejection.Reason.OUT_OF_RANGE,
                    position,
                    field + " is not between " + text(lowest) + " and " + text(highest));
            return null;
        }
        return number;
    }

    private static String text(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
