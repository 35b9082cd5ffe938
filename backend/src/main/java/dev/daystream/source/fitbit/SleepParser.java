package dev.daystream.source.fitbit;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import dev.daystream.model.ParsedDay;
import dev.daystream.model.Rejection;
import dev.daystream.source.BadPayloadException;
import dev.daystream.source.PayloadParser;
import dev.daystream.source.PendingPayloadException;
import dev.daystream.source.parsing.ParsedDayBuilder;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Parser of the sleeps that ended on a day, with stages or in the classic record.
 *
 * <p>While the vendor still works on the night it answers {@code {"meta":{"state":"pending"}}}: a {@link PendingPayloadException}.
 *
 * <p>Of a list of several days the sleeps of the day asked for are read; totals beside sleeps of other days are rejected, because they do
 * not name their day.
 */
final class SleepParser implements PayloadParser {
    private static final int DEFAULT_RETRY_MILLIS = 60_000;
    private static final int LONGEST_RETRY_MILLIS = 3_600_000;

    @Override
    public ParsedDay parse(byte[] payload, Context context) throws BadPayloadException {
        ParsedDayBuilder day = new ParsedDayBuilder(context, 0);
        Run run = new Run(day);
        JsonPayload.read(payload, json -> JsonPayload.readFields(json, run::read));
        run.finish();
        RecordTexts.quote(payload, day.log());
        return day.build(day.localDay());
    }

    /** One payload being read. */
    private static final class Run {
        private final SleepSessions sessions;
        private final DailyEntries entries;
        private final ParsedDayBuilder day;
        private final Map<String, JsonNode> summaries = new LinkedHashMap<>();
        private int records;

        private Run(ParsedDayBuilder day) {
            this.day = day;
            sessions = new SleepSessions(day);
            entries = new DailyEntries(day);
        }

        private boolean read(String field, JsonParser json) throws IOException, BadPayloadException {
            switch (field) {
                case "sleep" -> readSessions(json);
                case "summary" -> readSummary(json);
                case "meta" -> readState(json.readValueAsTree());
                default -> {
                    return false;
                }
            }
            return true;
        }

        private void readSessions(JsonParser json) throws IOException, BadPayloadException {
            if (json.currentToken() != JsonToken.START_ARRAY) {
                throw JsonPayload.bad("The sleeps are no array", json);
            }
            String position = json.getParsingContext().pathAsPointer().toString();
            for (int i = 0; json.nextToken() != JsonToken.END_ARRAY; i++) {
                if (++records > JsonPayload.MOST_RECORDS) {
                    throw JsonPayload.bad("The payload has too many sleeps", json);
                }
                sessions.read(json.readValueAsTree(), position + "/" + i);
            }
        }

        private void readSummary(JsonParser json) throws IOException {
            String position = json.getParsingContext().pathAsPointer().toString();
            summaries.put(position, json.readValueAsTree());
        }

        private void finish() {
            if (summaries.size() <= 1 && !sessions.otherDays()) {
                summaries.forEach((position, summary) -> entries.readFields(summary, position));
                return;
            }
            summaries.forEach((position, summary) -> {
                if (!summary.isEmpty()) {
                    day.log().add(Rejection.Reason.OTHER_DAY, position, "The totals are not those of the day alone");
                }
            });
        }

        private static void readState(JsonNode meta) throws PendingPayloadException {
            if ("pending".equals(JsonFields.text(meta, "state"))) {
                Integer told = JsonFields.integer(meta, "retryDuration");
                int millis = told == null ? DEFAULT_RETRY_MILLIS : Math.max(1_000, told);
                throw new PendingPayloadException(Duration.ofMillis(Math.min(millis, LONGEST_RETRY_MILLIS)));
            }
        }
    }
}
