package dev.daystream.source.fitbit;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import dev.daystream.model.ParsedDay;
import dev.daystream.source.BadPayloadException;
import dev.daystream.source.PayloadParser;
import dev.daystream.source.parsing.ParsedDayBuilder;
import java.io.IOException;

/**
 * Parser of what is measured all day: heart rate, activity, and active zone minutes in all their containers. The payload has two
 * elements, {@code activities-X} with the day's own figures and {@code activities-X-intraday} with the records.
 */
final class IntradayParser implements PayloadParser {
    /** Synthetic data wraps the whole payload into this element once more. */
    private static final String WRAPPER = "heart_rate_day";

    private static final int BYTES_PER_RECORD = 28;

    private final String dailyElement;
    private final String intradayElement;
    private final String plainField;

    /**
     * Makes a parser.
     *
     * @param resource the word in the names of the payload's elements
     * @param plainField the field that a plain number under {@code value} stands for
     */
    IntradayParser(String resource, String plainField) {
        this.dailyElement = "activities-" + resource;
        this.intradayElement = dailyElement + "-intraday";
        this.plainField = plainField;
    }

    @Override
    public ParsedDay parse(byte[] payload, Context context) throws BadPayloadException {
        int expected = Math.min(payload.length / BYTES_PER_RECORD, JsonPayload.MOST_RECORDS);
        Run run = new Run(payload, new ParsedDayBuilder(context, expected));
        JsonPayload.read(payload, run::readPayload);
        return run.finish(payload);
    }

    /** One payload being read. */
    private final class Run {
        private final ParsedDayBuilder day;
        private final DailyEntries entries;
        private final HeartRateZones zones;
        private final DayObjects days;
        private boolean otherDay;
        private boolean any;

        private Run(byte[] payload, ParsedDayBuilder day) {
            this.day = day;
            this.entries = new DailyEntries(day);
            this.zones = new HeartRateZones(day);
            PayloadParser.Context context = day.context();
            DayWindow window = DayWindow.ofDay(context.zones(), context.date());
            this.days =
                    new DayObjects(new RecordReader(payload, day, plainField, window), entries, plainField, Double.NaN);
        }

        private void readPayload(JsonParser json) throws IOException, BadPayloadException {
            JsonPayload.readFields(json, this::readElement);
        }

        private boolean readElement(String field, JsonParser json) throws IOException, BadPayloadException {
            if (field.equals(intradayElement)) {
                JsonPayload.readObjects(json, days::readObject);
            } else if (field.equals(dailyElement)) {
                readDaily(json);
            } else if (field.equals(WRAPPER)) {
                JsonPayload.readObjects(json, this::readPayload);
                return true;
            } else {
                return false;
            }
            any = true;
            return true;
        }

        private void readDaily(JsonParser json) throws IOException, BadPayloadException {
            String position = json.getParsingContext().pathAsPointer().toString();
            JsonNode elements = json.readValueAsTree();
            if (!elements.isArray()) {
                throw JsonPayload.bad("The day's own figures are no array", json);
            }
            for (int i = 0; i < elements.size(); i++) {
                readEntry(elements.get(i), position + "/" + i);
            }
        }

        private void readEntry(JsonNode entry, String position) {
            if (!entries.isOfDay(JsonFields.text(entry, "dateTime"), position)) {
                otherDay = true;
                return;
            }
            JsonNode value = entry.get("value");
            entries.readValue(value, plainField, plainField, Double.NaN, position);
            zones.read(value != null && value.isObject() ? value : entry, position);
        }

        private ParsedDay finish(byte[] payload) throws BadPayloadException {
            if (!any) {
                throw new BadPayloadException("The payload has neither " + intradayElement + " nor " + dailyElement);
            }
            if (otherDay && !days.dated()) {
                throw new BadPayloadException(
                        "The payload is about another day than " + day.context().date());
            }
            day.finish(days.interval(), days.records().positions()::of);
            RecordTexts.quote(payload, day.log());
            return day.build(day.localDay());
        }
    }
}
