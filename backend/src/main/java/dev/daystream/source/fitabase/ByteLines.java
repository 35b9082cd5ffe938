package dev.daystream.source.fitabase;

import dev.daystream.source.BadPayloadException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The lines of a stream as ranges of a buffer, without making anything of them. */
final class ByteLines {
    private final InputStream stream;
    private byte[] buffer = new byte[2 * FitabaseLimits.LINE_BYTES];
    private int from;
    private int to;
    private int end;
    private int line;
    private boolean atEnd;

    ByteLines(InputStream stream) {
        this.stream = stream;
    }

    /** Steps to the next line, or returns false. */
    boolean next() throws IOException, BadPayloadException {
        from = to;
        int at = from;
        while (true) {
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            if (at < end) {
                to = at + 1;
                line++;
                return true;
            }
            if (at - from > FitabaseLimits.LINE_BYTES) {
                throw new BadPayloadException(
                        "Line " + (line + 1) + " is longer than " + FitabaseLimits.LINE_BYTES + " bytes");
            }
            if (atEnd) {
                to = end;
                line += to > from ? 1 : 0;
                return to > from;
            }
            at -= from;
            fill();
        }
    }

    private void fill() throws IOException {
        System.arraycopy(buffer, from, buffer, 0, end - from);
        end -= from;
        from = 0;
        to = 0;
        int read = stream.read(buffer, end, buffer.length - end);
        atEnd = read < 0;
        end += Math.max(read, 0);
    }

    byte[] buffer() {
        return buffer;
    }

    /** Returns where the line begins in the buffer. */
    int from() {
        return from;
    }

    /** Returns how long the line is with its end. */
    int length() {
        return to - from;
    }

    /** Returns the line's number; the first is 1. */
    int line() {
        return line;
    }

    /** Returns whether the line has nothing but spaces. */
    boolean isBlank() {
        for (int i = from; i < to; i++) {
            if (buffer[i] > ' ' || buffer[i] < 0) {
                return false;
            }
        }
        return true;
    }

    /** Returns a copy of the line with its end. */
    byte[] bytes() {
        return Arrays.copyOfRange(buffer, from, to);
    }
}
