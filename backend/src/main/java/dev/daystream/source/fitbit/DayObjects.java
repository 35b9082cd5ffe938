package dev.daystream.source.fitbit;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import dev.daystream.source.BadPayloadException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads objects that each hold a day's records, bare or in an array:
 * {@code {"dateTime", "minutes" or "dataset": [records], "value": the day's own figures, "datasetInterval", "datasetType"}}.
 */
final class DayObjects {
    private static final int DAY_SECONDS = 86_400;

    private final RecordReader records;
    private final DailyEntries entries;
    private final String innerField;
    private final double unavailable;
    private boolean dated;
    private boolean undated;
    private boolean incomplete;
    private int count = 1;
    private int unit;

    /** As {@link DailyEntries#readValue} takes them. */
    DayObjects(RecordReader records, DailyEntries entries, String innerField, double unavailable) {
        this.records = records;
        this.entries = entries;
        this.innerField = innerField;
        this.unavailable = unavailable;
    }

    /** Returns the reader of the records. */
    RecordReader records() {
        return records;
    }

    /** Returns whether an object has named the day asked for. */
    boolean dated() {
        return dated;
    }

    /** Returns whether an object without a date has brought records since this was last asked: nothing but their surroundings tells their day. */
    boolean takeUndated() {
        boolean found = undated;
        undated = false;
        return found;
    }

    /** Returns whether an object of the day asked for has no array of records; one with an empty array has. */
    boolean incomplete() {
        return incomplete;
    }

    /** Returns the seconds between samples that the payload states; 0 if it does not. */
    int interval() {
        return (int) Math.min((long) count * unit, DAY_SECONDS);
    }

    /** Reads one day's object that the parser stands at the start of. */
    void readObject(JsonParser json) throws IOException, BadPayloadException {
        DayObject object = new DayObject(position(json), records.next());
        JsonPayload.readFields(json, object::read);
        object.finish();
    }

    /** As {@link #readObject}, but the days may also be wrapped into an array in {@code element}. */
    void readWrapped(String element, JsonParser json) throws IOException, BadPayloadException {
        DayObject object = new DayObject(position(json), records.next());
        JsonPayload.readFields(json, (field, value) -> {
            if (!field.equals(element)) {
                return object.read(field, value);
            }
            JsonPayload.readObjects(value, this::readObject);
            return true;
        });
        object.finish();
    }

    private static String position(JsonParser json) {
        return json.getParsingContext().pathAsPointer().toString();
    }

    /** One day's object being read; what it holds counts only once its date is known. */
    private final class DayObject {
        private final String position;
        private final int first;
        private @Nullable String dateTime;
        private @Nullable JsonNode value;
        private boolean complete;

        private DayObject(String position, int first) {
            this.position = position;
            this.first = first;
        }

        private boolean read(String field, JsonParser json) throws IOException, BadPayloadException {
            switch (field) {
                case "dateTime" -> dateTime = json.getValueAsString();
                case "minutes", "dataset" -> readRecords(json);
                case "value" -> value = json.readValueAsTree();
                case "datasetInterval" -> count = Math.max(1, Math.min(json.getValueAsInt(1), DAY_SECONDS));
                case "datasetType" -> unit = secondsOf(json.getValueAsString(""));
                default -> {
                    return false;
                }
            }
            json.skipChildren();
            return true;
        }

        private void readRecords(JsonParser json) throws IOException, BadPayloadException {
            complete = true;
            if (!entries.isOtherDay(dateTime)) {
                records.readArray(json);
            }
        }

        /** Keeps what was read if it is about the day asked for. */
        private void finish() {
            if (!entries.isOfDay(dateTime, position)) {
                records.forgetFrom(first);
                return;
            }
            dated |= dateTime != null;
            undated |= dateTime == null && records.next() > first;
            incomplete |= !complete;
            entries.readValue(value, "value", innerField, unavailable, position);
        }
    }

    private static int secondsOf(String unit) {
        return switch (unit) {
            case "second" -> 1;
            case "minute" -> 60;
            case "hour" -> 3_600;
            default -> 0;
        };
    }
}
