package dev.daystream.source.fitbit;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.daystream.source.parsing.RejectionLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Quotes records by a second pass over the payload, so that the first need not remember where each record stood. */
public final class RecordTexts {
    private static final int LONGEST_QUOTE = 200;

    private RecordTexts() {}

    /** Adds the record to each rejection whose position is a JSON pointer to an array's element. */
    static void quote(byte[] payload, RejectionLog log) {
        if (!log.isEmpty()) {
            try {
                log.quote(read(payload, log.positions(), LONGEST_QUOTE));
            } catch (IOException e) {
                throw new UncheckedIOException("The payload was read a moment ago", e);
            }
        }
    }

    /**
     * Returns elements of arrays as they stand in a payload.
     *
     * @param pointers JSON pointers to them
     * @param longest so many characters at most, of what is longer the beginning
     * @throws IOException if the payload is no JSON
     */
    public static Map<String, String> of(byte[] payload, Set<String> pointers, int longest) throws IOException {
        Map<String, String> texts = read(payload, pointers, longest);
        texts.replaceAll((pointer, text) -> text.length() <= longest ? text : text.substring(0, longest));
        return texts;
    }

    private static Map<String, String> read(byte[] payload, Set<String> pointers, int longest) throws IOException {
        Map<String, String> texts = new HashMap<>();
        try (JsonParser json = JsonPayload.open(payload)) {
            while (texts.size() < pointers.size() && json.nextToken() != null) {
                if (isElement(json)) {
                    String pointer = json.getParsingContext().pathAsPointer().toString();
                    if (pointers.contains(pointer)) {
                        texts.put(pointer, text(payload, json, longest));
                    }
                }
            }
        }
        return texts;
    }

    /** An object's context already is that of its inside; its pointer then is that of the object itself. */
    private static boolean isElement(JsonParser json) {
        JsonToken token = json.currentToken();
        var context = json.getParsingContext();
        return switch (token) {
            case START_OBJECT, START_ARRAY -> context.getParent().inArray();
            case END_OBJECT, END_ARRAY, FIELD_NAME -> false;
            default -> context.inArray();
        };
    }

    private static String text(byte[] payload, JsonParser json, int longest) throws IOException {
        int start = (int) json.currentTokenLocation().getByteOffset();
        json.skipChildren();
        json.finishToken();
        int end = (int) json.currentLocation().getByteOffset();
        return new String(payload, start, Math.min(end - start, 4 * longest), StandardCharsets.UTF_8);
    }
}
