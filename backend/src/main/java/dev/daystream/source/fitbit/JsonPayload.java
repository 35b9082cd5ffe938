package dev.daystream.source.fitbit;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.daystream.source.BadPayloadException;
import java.io.IOException;

/** Walks over the top level of a JSON payload within fixed limits. */
final class JsonPayload {
    /** Longest payload in bytes: ten times a day of a sample each second. */
    static final int LONGEST = 32 << 20;

    /** Most records that a payload of one day may have. */
    static final int MOST_RECORDS = 200_000;

    private static final int DEEPEST = 64;
    private static final int MOST_TOKENS = 20 * MOST_RECORDS;

    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

    static {
        MAPPER.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxTokenCount(MOST_TOKENS)
                        .build());
    }

    /** Reads one field of a top-level object. */
    @FunctionalInterface
    interface FieldReader {
        /**
         * Reads the value that the parser stands on, up to and including its last token.
         *
         * @return whether the field is one of the payload's own; if not, nothing has been read
         */
        boolean read(String field, JsonParser json) throws IOException, BadPayloadException;
    }

    /** Reads the object that the parser stands at the start of, up to and including its end. */
    @FunctionalInterface
    interface ObjectReader {
        void read(JsonParser json) throws IOException, BadPayloadException;
    }

    private JsonPayload() {}

    /** Returns a parser over a payload; with an object mapper, so that it can read trees. */
    static JsonParser open(byte[] payload) throws IOException {
        return MAPPER.getFactory().createParser(payload);
    }

    /**
     * Reads a payload that is an object or an array of objects.
     *
     * @throws BadPayloadException if the payload is no JSON, is cut short, or exceeds a limit
     */
    static void read(byte[] payload, ObjectReader reader) throws BadPayloadException {
        if (payload.length > LONGEST) {
            throw new BadPayloadException("The payload has " + payload.length + " bytes, more than " + LONGEST);
        }
        try (JsonParser json = open(payload)) {
            readAll(json, reader);
        } catch (StreamConstraintsException e) {
            throw new BadPayloadException("The payload is nested or long beyond all measure" + at(e.getLocation()));
        } catch (JsonEOFException e) {
            throw new BadPayloadException("The payload is cut short" + at(e.getLocation()));
        } catch (JsonProcessingException e) {
            throw new BadPayloadException(
                    (isPage(payload) ? "The payload is a web page" : "The payload is not JSON") + at(e.getLocation()));
        } catch (IOException e) {
            throw new BadPayloadException("The payload is not JSON in UTF-8");
        }
    }

    /** Whether markup stands where JSON should: the word of a proxy or of a login page in the source's place. */
    private static boolean isPage(byte[] payload) {
        int first = 0;
        while (first < payload.length && payload[first] <= ' ' && payload[first] >= 0) {
            first++;
        }
        return first < payload.length && payload[first] == '<';
    }

    /** Returns the exception that says what is wrong where the parser stands. */
    static BadPayloadException bad(String what, JsonParser json) {
        return new BadPayloadException(what + at(json.currentTokenLocation()));
    }

    /** Reads the object, or the array of objects, that the parser stands at the start of. */
    static void readObjects(JsonParser json, ObjectReader reader) throws IOException, BadPayloadException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            readObject(json, reader);
            return;
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            readObject(json, reader);
        }
    }

    /**
     * Reads the fields of the object that the parser stands at the start of. Unknown ones are skipped, and so are those that are null: null
     * is as good as absent.
     *
     * @throws BadPayloadException if there are fields, but none that the reader knows
     */
    static void readFields(JsonParser json, FieldReader reader) throws IOException, BadPayloadException {
        int known = 0;
        int unknown = 0;
        for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
            if (json.nextToken() == JsonToken.VALUE_NULL) {
                continue;
            }
            if (reader.read(field, json)) {
                known++;
            } else {
                unknown++;
                json.skipChildren();
            }
        }
        if (known == 0 && unknown > 0) {
            throw bad("The payload holds none of the elements of its kind", json);
        }
    }

    private static void readAll(JsonParser json, ObjectReader reader) throws IOException, BadPayloadException {
        if (json.nextToken() == null) {
            throw bad("The payload is empty", json);
        }
        readObjects(json, reader);
        if (json.nextToken() != null) {
            throw bad("Something follows the payload's end", json);
        }
    }

    private static void readObject(JsonParser json, ObjectReader reader) throws IOException, BadPayloadException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw bad("The payload holds something else where an object should be", json);
        }
        reader.read(json);
    }

    private static String at(JsonLocation location) {
        return location == null ? "" : " (byte " + location.getByteOffset() + ")";
    }
}
