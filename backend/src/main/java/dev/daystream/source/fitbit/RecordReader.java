package dev.daystream.source.fitbit;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.io.SerializedString;
import dev.daystream.model.Rejection;
import dev.daystream.model.WallClock;
import dev.daystream.source.BadPayloadException;
import dev.daystream.source.parsing.Decimals;
import dev.daystream.source.parsing.ParsedDayBuilder;
import dev.daystream.source.parsing.RecordClock;
import dev.daystream.source.parsing.SampleColumns;
import dev.daystream.source.parsing.WallTexts;
import java.io.IOException;
import java.util.Arrays;

/**
 * Reads arrays of timed records: {@code {"time" or "minute": wall time, "value": number or object of numbers, ...}}.
 *
 * <p>This is the hot path of ingest. A day may have 86,400 records, so names are compared as bytes, and times and numbers are read where
 * they lie in the payload or the parser's buffer.
 */
final class RecordReader {
    private static final SerializableString TIME = new SerializedString("time");
    private static final SerializableString VALUE = new SerializedString("value");

    private static final long DAY_MILLIS = 86_400_000L;
    private static final int LONGEST_TIME_OF_DAY = "HH:mm:ss.SSSSSSSSS".length();

    private final byte[] payload;
    private final ParsedDayBuilder day;
    private final SampleColumns samples;
    private final DayWindow window;
    private final JsonPositions positions = new JsonPositions();
    private final long epochDay;
    private final int plain;
    private final boolean plainIsTotal;
    private final String[] fields;
    private final double[] values;
    private final boolean[] present;
    private RecordClock clock;
    private int record = -1;
    private int next;

    private long recordDay;
    private long recordMillis;

    /**
     * Makes a reader.
     *
     * @param payload the bytes that the parser reads
     * @param plainField the field that a plain number under {@code value} stands for
     * @param plainIsTotal whether that field is the sum of the record's others
     * @param window which instants a record may have
     */
    RecordReader(byte[] payload, ParsedDayBuilder day, String plainField, boolean plainIsTotal, DayWindow window) {
        this.payload = payload;
        this.day = day;
        this.samples = day.samples();
        this.window = window;
        this.epochDay = day.context().date().toEpochDay();
        this.plain = samples.slot(plainField);
        this.plainIsTotal = plainIsTotal;
        this.fields = new String[samples.count()];
        for (int slot = 0; slot < fields.length; slot++) {
            fields[slot] = samples.field(slot).intern();
        }
        this.values = new double[fields.length];
        this.present = new boolean[fields.length];
        this.clock = new RecordClock(day.context().zones());
    }

    /** Returns where records stand. */
    JsonPositions positions() {
        return positions;
    }

    /** Returns the number that the next record will have. */
    int next() {
        return next;
    }

    /** Forgets what was read from this record on; its rejections stay. */
    void forgetFrom(int first) {
        samples.truncate(first);
    }

    /** Reads the array that the parser stands at the start of. */
    void readArray(JsonParser json) throws IOException, BadPayloadException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw JsonPayload.bad("The records are no array", json);
        }
        positions.enter(json, next);
        clock = new RecordClock(day.context().zones());
        window.restart();
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            record = next++;
            if (next > JsonPayload.MOST_RECORDS) {
                throw JsonPayload.bad("The payload has more than " + JsonPayload.MOST_RECORDS + " records", json);
            }
            if (token == JsonToken.START_OBJECT) {
                readRecord(json);
            } else {
                json.skipChildren();
                reject(Rejection.Reason.MALFORMED, "The record is no object");
            }
        }
    }

    private void readRecord(JsonParser json) throws IOException {
        recordMillis = WallTexts.NONE;
        if (json.nextFieldName(TIME)) {
            readTime(json, json.nextToken());
            if (json.nextFieldName(VALUE) && readPlain(json, json.nextToken())) {
                return;
            }
        }
        while (json.currentToken() != JsonToken.END_OBJECT) {
            readField(json, json.currentName(), json.nextToken());
            json.nextToken();
        }
        place();
    }

    /**
     * Reads the value of a record that has nothing but time and a whole number, as most have. Else returns false, standing on what
     * follows the value.
     */
    private boolean readPlain(JsonParser json, JsonToken token) throws IOException {
        if (token != JsonToken.VALUE_NUMBER_INT || plain < 0) {
            readValue(json, token);
            json.nextToken();
            return false;
        }
        double value = integer(json);
        if (json.nextToken() != JsonToken.END_OBJECT) {
            values[plain] = value;
            present[plain] = true;
            return false;
        }
        long time = time();
        if (accepts(time)) {
            samples.add(plain, time, value, record);
        }
        return true;
    }

    private void readField(JsonParser json, String name, JsonToken token) throws IOException {
        switch (name) {
            case "time", "minute" -> readTime(json, token);
            case "value" -> readValue(json, token);
            default -> readNumber(json, slot(name), token);
        }
    }

    private void readValue(JsonParser json, JsonToken token) throws IOException {
        if (token != JsonToken.START_OBJECT) {
            readNumber(json, plain, token);
            return;
        }
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            readNumber(json, slot(name), json.nextToken());
        }
    }

    private void readTime(JsonParser json, JsonToken token) throws IOException {
        if (token != JsonToken.VALUE_STRING) {
            json.skipChildren();
            return;
        }
        int quote = (int) json.currentTokenLocation().getByteOffset();
        long plainTime = WallTexts.millisOfDay(payload, quote);
        if (plainTime != WallTexts.NONE) {
            recordDay = epochDay;
            recordMillis = plainTime;
            return;
        }
        char[] text = json.getTextCharacters();
        int from = json.getTextOffset();
        int length = json.getTextLength();
        if (length <= LONGEST_TIME_OF_DAY && (length < 6 || text[from + 4] != '-')) {
            recordDay = epochDay;
            recordMillis = WallTexts.millisOfDay(text, from, length);
        } else {
            long wall = WallTexts.wallMillis(text, from, length);
            recordDay = Math.floorDiv(wall, DAY_MILLIS);
            recordMillis = wall == WallTexts.NONE ? WallTexts.NONE : Math.floorMod(wall, DAY_MILLIS);
        }
    }

    private void readNumber(JsonParser json, int slot, JsonToken token) throws IOException {
        if (slot >= 0 && token != JsonToken.VALUE_NULL) {
            values[slot] = number(json, token);
            present[slot] = true;
        }
        if (token.isStructStart()) {
            json.skipChildren();
        }
    }

    private static double integer(JsonParser json) throws IOException {
        try {
            return json.getIntValue();
        } catch (InputCoercionException e) {
            return number(json, JsonToken.VALUE_NUMBER_INT);
        }
    }

    private static double number(JsonParser json, JsonToken token) throws IOException {
        return token.isNumeric() || token == JsonToken.VALUE_STRING
                ? Decimals.parse(json.getTextCharacters(), json.getTextOffset(), json.getTextLength())
                : Double.NaN;
    }

    /** Gives the record's values to their columns, or says why not. */
    private void place() {
        long time = time();
        if (!accepts(time) || !agrees()) {
            Arrays.fill(present, false);
            return;
        }
        boolean any = false;
        for (int slot = 0; slot < fields.length; slot++) {
            if (present[slot]) {
                any = true;
                present[slot] = false;
                if (Double.isNaN(values[slot])) {
                    reject(Rejection.Reason.MALFORMED, fields[slot] + " is not a number");
                } else {
                    samples.add(slot, time, values[slot], record);
                }
            }
        }
        if (!any && fields.length > 0) {
            reject(Rejection.Reason.MALFORMED, "The record has no value");
        }
    }

    private long time() {
        return recordMillis == WallTexts.NONE
                ? WallClock.NONE
                : clock.instant(window.dayOf(recordDay, recordMillis), recordMillis);
    }

    /** Returns whether a record may have this instant; if not, says why. */
    private boolean accepts(long time) {
        if (window.contains(time)) {
            return true;
        }
        if (recordMillis == WallTexts.NONE) {
            reject(Rejection.Reason.MALFORMED, "The record has no readable time");
        } else if (time == WallClock.NONE) {
            reject(Rejection.Reason.NO_SUCH_TIME, "The clocks skipped the time");
        } else {
            reject(Rejection.Reason.OTHER_DAY, "The time does not belong to the day asked for");
        }
        return false;
    }

    /** Returns whether the total is the sum of its parts, where the record has both; if not, rejects the record. */
    private boolean agrees() {
        if (!plainIsTotal || plain < 0 || !present[plain]) {
            return true;
        }
        double sum = 0;
        boolean parts = false;
        for (int slot = 0; slot < fields.length; slot++) {
            if (slot != plain && present[slot]) {
                parts = true;
                sum += values[slot];
            }
        }
        // What is no number compares as different from nothing, and is rejected by itself.
        if (parts && Math.abs(sum - values[plain]) > 0) {
            reject(Rejection.Reason.CONFLICT, fields[plain] + " is not the sum of its parts");
            return false;
        }
        return true;
    }

    private void reject(Rejection.Reason reason, String detail) {
        day.log().add(reason, positions.of(record), detail);
    }

    private int slot(String name) {
        for (int slot = 0; slot < fields.length; slot++) {
            if (fields[slot].equals(name)) {
                return slot;
            }
        }
        return -1;
    }
}
