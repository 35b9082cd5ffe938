package dev.daystream.source.fitbit;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import dev.daystream.model.ParsedDay;
import dev.daystream.source.BadPayloadException;
import dev.daystream.source.PayloadParser;
import dev.daystream.source.parsing.ParsedDayBuilder;
import java.io.IOException;

/**
 * Parser of the vendor's summary of a day and of the activities logged in it. Heart-rate zones are taken from the heart payload alone. A
 * list of several summaries is refused: a summary does not name its day.
 */
final class DailySummaryParser implements PayloadParser {
    @Override
    public ParsedDay parse(byte[] payload, Context context) throws BadPayloadException {
        ParsedDayBuilder day = new ParsedDayBuilder(context, 0);
        Run run = new Run(day);
        JsonPayload.read(payload, json -> JsonPayload.readFields(json, run::read));
        if (!run.any) {
            throw new BadPayloadException("The payload has neither summary nor activities");
        }
        RecordTexts.quote(payload, day.log());
        return day.build(day.localDay());
    }

    /** One payload being read. */
    private static final class Run {
        private final Workouts workouts;
        private final DailyEntries entries;
        private boolean any;
        private boolean summarised;

        private Run(ParsedDayBuilder day) {
            workouts = new Workouts(day);
            entries = new DailyEntries(day);
        }

        private boolean read(String field, JsonParser json) throws IOException, BadPayloadException {
            if (!field.equals("summary") && !field.equals("activities")) {
                return false;
            }
            any = true;
            String position = json.getParsingContext().pathAsPointer().toString();
            JsonNode element = json.readValueAsTree();
            if (field.equals("summary")) {
                if (summarised) {
                    throw JsonPayload.bad("The payload has summaries of several days, and they name none", json);
                }
                summarised = true;
                entries.readFields(element, position);
                return true;
            }
            if (!element.isArray() || element.size() > JsonPayload.MOST_RECORDS) {
                throw JsonPayload.bad("The activities are no array, or too many", json);
            }
            for (int i = 0; i < element.size(); i++) {
                workouts.read(element.get(i), position + "/" + i);
            }
            return true;
        }
    }
}
