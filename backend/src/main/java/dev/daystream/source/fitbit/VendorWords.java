package dev.daystream.source.fitbit;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import dev.daystream.model.KeptText;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a vendor says in the body of a refusal: {@code {"errors":[{"errorType","message"}]}}, or OAuth's
 * {@code {"error","error_description"}}.
 *
 * <p>The words come from outside, so they are made safe to keep and to show: one line of {@value #LONGEST} characters at most, without
 * control characters and without secrets. Vendors do repeat the token that they refuse.
 */
final class VendorWords {
    /** Characters of a message at most. */
    static final int LONGEST = 200;

    private static final int LARGEST_BODY = 64 * 1024;
    private static final int MOST_ERRORS = 3;
    private static final String MASK = "***";

    /** A long word with a digit is a token, not a word. */
    private static final Pattern TOKEN = Pattern.compile("(?=[A-Za-z_+=~-]*[0-9])[A-Za-z0-9_+=~-]{20,}");

    /** Control and format characters, such as those that turn the direction of writing, and separators of lines. */
    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\s]+");

    private VendorWords() {}

    /**
     * Returns a sentence followed by the vendor's words, if there are any.
     *
     * @param what what happened, without a full stop
     * @param secrets texts that must not be repeated
     */
    static String after(String what, Exchange.Answer answer, Collection<String> secrets) {
        String words = of(answer.body(), secrets);
        return words.isEmpty() ? what : what + ": " + words;
    }

    /** Returns the words of a body as {@code errorType: message}; empty if it has none. */
    static String of(Buffer body, Collection<String> secrets) {
        if (body.length() == 0 || body.length() > LARGEST_BODY) {
            return "";
        }
        try (JsonParser json = JsonPayload.open(body.getBytes())) {
            JsonNode tree = json.readValueAsTree();
            return tree == null ? "" : clean(words(tree), secrets);
        } catch (IOException e) {
            // Somebody else than the vendor answered, such as a proxy with a page of its own.
            return "";
        }
    }

    private static String words(JsonNode tree) {
        List<String> found = new ArrayList<>();
        for (JsonNode error : tree.path("errors")) {
            if (found.size() < MOST_ERRORS) {
                add(found, JsonFields.text(error, "errorType"), JsonFields.text(error, "message"));
            }
        }
        add(found, JsonFields.text(tree, "error"), JsonFields.text(tree, "error_description"));
        return String.join("; ", found);
    }

    private static void add(List<String> found, @Nullable String type, @Nullable String message) {
        if (type != null && message != null) {
            found.add(type + ": " + message);
        } else if (type != null) {
            found.add(type);
        } else if (message != null) {
            found.add(message);
        }
    }

    private static String clean(String words, Collection<String> secrets) {
        String line = UNSAFE.matcher(KeptText.of(words)).replaceAll(" ").strip();
        for (String secret : secrets) {
            line = secret.isEmpty() ? line : line.replace(secret, MASK);
        }
        line = TOKEN.matcher(line).replaceAll(MASK);
        return line.length() <= LONGEST ? line : KeptText.of(line.substring(0, LONGEST - 1)) + "…";
    }
}
