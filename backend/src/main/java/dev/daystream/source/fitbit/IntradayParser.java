package dev.daystream.source.fitbit;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import dev.daystream.model.ParsedDay;
import dev.daystream.model.Rejection;
import dev.daystream.source.BadPayloadException;
import dev.daystream.source.PayloadParser;
import dev.daystream.source.parsing.ParsedDayBuilder;
import java.io.IOException;

/**
 * Parser of what is measured all day: heart rate, activity, and active zone minutes in all their containers. The payload has two
 * elements, {@code activities-X} with the day's own figures and {@code activities-X-intraday} with the records. Without the second one,
 * as an app without permission for intraday data gets it, the day is read and {@link Rejection.Reason#MISSING_ELEMENT} noted.
 *
 * <p>Of a list of several days the day asked for is read. Records without a date, in an object that names several days, are refused:
 * nothing tells which day they belong to.
 */
final class IntradayParser implements PayloadParser {
    /** Synthetic data wraps the whole payload into this element once more. */
    private static final String WRAPPER = "heart_rate_day";

    private static final int BYTES_PER_RECORD = 28;

    private final String dailyElement;
    private final String intradayElement;
    private final String plainField;
    private final boolean plainIsTotal;

    /**
     * Makes a parser.
     *
     * @param resource the word in the names of the payload's elements
     * @param plainField the field that a plain number under {@code value} stands for
     * @param plainIsTotal whether that field is the sum of the record's others
     */
    IntradayParser(String resource, String plainField, boolean plainIsTotal) {
        this.plainIsTotal = plainIsTotal;
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
        private boolean thisDay;
        private boolean otherDay;
        private boolean any;
        private boolean intraday;

        private Run(byte[] payload, ParsedDayBuilder day) {
            this.day = day;
            this.entries = new DailyEntries(day);
            this.zones = new HeartRateZones(day);
            PayloadParser.Context context = day.context();
            DayWindow window = DayWindow.ofDay(context.zones(), context.date());
            RecordReader records = new RecordReader(payload, day, plainField, plainIsTotal, window);
            this.days = new DayObjects(records, entries, plainField, Double.NaN);
        }

        /** Reads an object that is about one day, or a list of days. */
        private void readPayload(JsonParser json) throws IOException, BadPayloadException {
            boolean thisBefore = thisDay;
            boolean otherBefore = otherDay;
            boolean intradayBefore = intraday;
            int first = days.records().next();
            thisDay = false;
            otherDay = false;
            JsonPayload.readFields(json, this::readElement);
            if (days.takeUndated() && otherDay) {
                if (thisDay) {
                    throw JsonPayload.bad("The payload names several days, and its records name none", json);
                }
                days.records().forgetFrom(first);
                intraday = intradayBefore;
            }
            thisDay |= thisBefore;
            otherDay |= otherBefore;
        }

        private boolean readElement(String field, JsonParser json) throws IOException, BadPayloadException {
            if (field.equals(intradayElement)) {
                intraday = true;
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
            thisDay |= JsonFields.has(entry, "dateTime");
            JsonNode value = entry.get("value");
            entries.readValue(value, plainField, plainField, Double.NaN, position);
            zones.read(value != null && value.isObject() ? value : entry, position);
        }

        private ParsedDay finish(byte[] payload) throws BadPayloadException {
            if (!any) {
                throw new BadPayloadException("The payload has neither " + intradayElement + " nor " + dailyElement);
            }
            if (otherDay && !thisDay && !days.dated()) {
                throw new BadPayloadException(
                        "The payload is about another day than " + day.context().date());
            }
            if (!intraday || days.incomplete()) {
                day.log()
                        .add(
                                Rejection.Reason.MISSING_ELEMENT,
                                "/" + intradayElement,
                                "The payload has no records of " + intradayElement
                                        + ", as an app without permission for intraday data gets it");
            }
            day.finish(days.interval(), days.records().positions()::of);
            RecordTexts.quote(payload, day.log());
            return day.build(day.localDay());
        }
    }
}
