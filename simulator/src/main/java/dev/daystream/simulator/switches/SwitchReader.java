package dev.daystream.simulator.switches;

import dev.daystream.metrics.Catalog;
import dev.daystream.metrics.Payload;
import dev.daystream.simulator.world.Correction;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a switch and checks all of it; every error names the field, and an {@link IllegalArgumentException} carries it. */
final class SwitchReader {
    private static final Set<String> COMMON = Set.of("kind", "person", "from", "to");
    private static final int LONGEST_HOURS = 24 * 366;
    private static final int LONGEST_CLOCK_ERROR = 12 * 60;

    private final JsonObject json;
    private final Kind kind;

    private SwitchReader(JsonObject json) {
        this.json = json;
        this.kind = Kind.of(String.valueOf(json.getValue("kind")));
    }

    /**
     * Returns the switch that JSON describes.
     *
     * @param people number of people
     */
    static Switch read(JsonObject json, int people) {
        return new SwitchReader(json).read(people);
    }

    private Switch read(int people) {
        for (String field : json.fieldNames()) {
            require(COMMON.contains(field) || kind.takes(field), field, "is not known for " + kind.word());
        }
        LocalDate from = required("from", LocalDate::parse, "a date such as 2026-03-02");
        LocalDate last = optional("to", LocalDate::parse, "a date such as 2026-03-02");
        LocalDate end = kind == Kind.ZONE ? LocalDate.MAX : from;
        require(last == null || !last.isBefore(from), "to", "must not be before from");
        LocalTime start = optional("start", LocalTime::parse, "a wall time such as 14:30");
        require(kind != Kind.CHARGING || start != null, "start", "is needed for charging");
        LocalTime until = optional("end", LocalTime::parse, "a wall time such as 14:30");
        if (kind == Kind.CHARGING && until == null && start != null) {
            until = start.plusHours(1);
        }
        return new Switch(
                kind,
                number("person", 0, 0, people),
                from,
                last == null ? end : last,
                payloads(),
                start,
                until,
                kind == Kind.LATE ? number("hours", null, 1, LONGEST_HOURS) : number("hours", 0, 0, LONGEST_HOURS),
                mode(),
                amount(),
                kind == Kind.ZONE ? required("zone", ZoneId::of, "an IANA zone such as Asia/Tokyo") : null);
    }

    private int amount() {
        return switch (kind) {
            case CLOCK -> {
                int minutes = number("minutes", null, -LONGEST_CLOCK_ERROR, LONGEST_CLOCK_ERROR);
                require(minutes != 0, "minutes", "must not be 0");
                yield minutes;
            }
            case CORRECTION -> number("revision", 1, 1, 1_000);
            case SHORTENED -> number("percent", Correction.USUAL_PERCENT, 0, 99);
            default -> 0;
        };
    }

    private String mode() {
        if (kind.modes().isEmpty()) {
            return "";
        }
        String usual = kind.modes().get(0);
        Object mode = json.getValue("mode", kind == Kind.CORRUPT ? "" : usual);
        require(
                mode instanceof String word && kind.modes().contains(word),
                "mode",
                "must be one of " + String.join(", ", kind.modes()));
        return String.valueOf(mode);
    }

    private Set<String> payloads() {
        Set<String> keys = new HashSet<>();
        Object value = json.getValue("payloads", new JsonArray());
        require(value instanceof JsonArray, "payloads", "must be a list of payloads");
        Set<String> known = new HashSet<>();
        Catalog.bundled().payloadsOf("fitbit").stream().map(Payload::key).forEach(known::add);
        for (Object key : (JsonArray) value) {
            require(known.contains(key), "payloads", "must not hold " + key + ", which the catalogue does not know");
            keys.add(String.valueOf(key));
        }
        return keys;
    }

    private int number(String field, @Nullable Integer usual, int lowest, int highest) {
        Object value = json.getValue(field, usual);
        boolean good = value instanceof Integer number && number >= lowest && number <= highest;
        require(good, field, "must be a whole number of " + lowest + " to " + highest);
        return (Integer) value;
    }

    private <T> T required(String field, Function<String, T> parser, String form) {
        T value = optional(field, parser, form);
        if (value == null) {
            throw new IllegalArgumentException(field + " is needed for " + kind.word() + ": " + form);
        }
        return value;
    }

    private <T> @Nullable T optional(String field, Function<String, T> parser, String form) {
        Object value = json.getValue(field);
        if (value == null) {
            return null;
        }
        try {
            return parser.apply(String.valueOf(value));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(field + " must be " + form + ", not \"" + value + "\"", e);
        }
    }

    private static void require(boolean condition, String field, String what) {
        if (!condition) {
            throw new IllegalArgumentException(field + " " + what);
        }
    }
}
