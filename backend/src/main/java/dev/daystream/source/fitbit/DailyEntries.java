package dev.daystream.source.fitbit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.daystream.metrics.Payload;
import dev.daystream.model.Rejection;
import dev.daystream.source.parsing.ParsedDayBuilder;
import dev.daystream.source.parsing.WallTexts;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the day's own figures as the catalogue maps them. */
final class DailyEntries {
    private final ParsedDayBuilder day;
    private final Map<String, Payload.Target> targets;

    DailyEntries(ParsedDayBuilder day) {
        this.day = day;
        this.targets = day.context().payload().daily();
    }

    /**
     * Reads {@code value} of an entry: a plain number, or an object of numbers, or of objects with one number each.
     *
     * @param plainField the field that a plain number stands for
     * @param innerField the field of a number that stands in an object of its own
     * @param unavailable the number that says that there is none; NaN if every number counts
     */
    void readValue(
            @Nullable JsonNode value, String plainField, String innerField, double unavailable, String position) {
        if (value == null || value.isNull()) {
            return;
        }
        if (!value.isObject()) {
            read(plainField, value, unavailable, position);
            return;
        }
        value.properties().forEach(field -> {
            JsonNode figure = field.getValue().isObject() ? field.getValue().get(innerField) : field.getValue();
            read(field.getKey(), figure, unavailable, position);
        });
    }

    /** Reads all fields of an object that the catalogue maps. */
    void readFields(JsonNode object, String position) {
        object.properties().forEach(field -> read(field.getKey(), field.getValue(), Double.NaN, position));
    }

    /** Returns whether the entry is about the day asked for; if it names another, notes that. One without a date is. */
    boolean isOfDay(@Nullable String dateTime, String position) {
        if (!isOtherDay(dateTime)) {
            return true;
        }
        day.log().add(Rejection.Reason.OTHER_DAY, position, "The entry is about another day than the one asked for");
        return false;
    }

    /** Returns whether a text names a date other than the one asked for; "today" does not. */
    boolean isOtherDay(@Nullable String dateTime) {
        if (dateTime == null) {
            return false;
        }
        long date = WallTexts.epochDay(dateTime.toCharArray(), 0, dateTime.length());
        return date != WallTexts.NONE && date != day.context().date().toEpochDay();
    }

    private void read(String field, @Nullable JsonNode figure, double unavailable, String position) {
        Payload.Target target = targets.get(field);
        double number = JsonFields.number(figure);
        if (target != null && figure != null && !figure.isNull() && number != unavailable) {
            day.daily().add(field, target, number, position);
        }
    }
}
