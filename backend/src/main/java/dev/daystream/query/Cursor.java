package dev.daystream.query;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * Where the next page begins; opaque to clients.
 *
 * @param position what the next page starts with: epoch milliseconds, days since 1970, or an id
 * @param pin what the first page decided and later pages must keep, such as a default time span; never has a line break
 */
record Cursor(long position, String pin) {
    private static final Pattern FORM = Pattern.compile("1;([0-9a-f]{8});(-?\\d{1,19});(.*)");

    /**
     * Writes the cursor.
     *
     * @param parameters all parameters of the request except the cursor, in a fixed order
     */
    String encode(String parameters) {
        String text = "1;%08x;%d;%s".formatted(checksum(parameters), position, pin);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a cursor.
     *
     * @param parameters all parameters of the request except the cursor, in the order of {@link #encode}
     * @throws InvalidParametersException if it is not one of ours, or belongs to a request with other parameters
     */
    static Cursor decode(String cursor, String parameters) {
        Matcher form = FORM.matcher(text(cursor));
        if (!form.matches()) {
            throw unreadable();
        }
        try {
            Cursor read = new Cursor(Long.parseLong(form.group(2)), form.group(3));
            if (Integer.parseUnsignedInt(form.group(1), 16) != read.checksum(parameters)) {
                throw new InvalidParametersException(
                        "cursor",
                        "it belongs to a request with other parameters; only the cursor may change between pages");
            }
            // Two texts may decode to the same bytes; only the one that was given out counts.
            if (!read.encode(parameters).equals(cursor)) {
                throw unreadable();
            }
            return read;
        } catch (NumberFormatException e) {
            throw unreadable();
        }
    }

    private static String text(String cursor) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw unreadable();
        }
    }

    private static InvalidParametersException unreadable() {
        return new InvalidParametersException(
                "cursor", "it is not the 'next' of a page; leave it out to start with the first page");
    }

    private int checksum(String parameters) {
        CRC32C crc = new CRC32C();
        crc.update((position + "\n" + pin + "\n" + parameters).getBytes(StandardCharsets.UTF_8));
        return (int) crc.getValue();
    }
}
