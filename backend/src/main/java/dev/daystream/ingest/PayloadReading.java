package dev.daystream.ingest;

import dev.daystream.model.ParsedDay;
import dev.daystream.source.BadPayloadException;
import dev.daystream.source.PayloadParser;
import dev.daystream.source.PendingPayloadException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a payload says, or why it cannot be read.
 *
 * @param millis how long the reading took
 * @param day what it says; null if it cannot be read
 * @param error why it cannot be read, without any health value; null if it can
 * @param retryAfter how long to wait before the vendor has done its work on the day; null unless that is the reason
 */
record PayloadReading(
        int millis,
        @Nullable ParsedDay day,
        @Nullable String error,
        @Nullable Duration retryAfter) {
    /** Reads a payload; never throws on account of what it holds. */
    static PayloadReading of(PayloadParser parser, byte[] bytes, PayloadParser.Context context) {
        long begin = System.nanoTime();
        try {
            ParsedDay day = parser.parse(bytes, context);
            return new PayloadReading(millisSince(begin), day, null, null);
        } catch (PendingPayloadException e) {
            return new PayloadReading(millisSince(begin), null, e.getMessage(), e.retryAfter());
        } catch (BadPayloadException e) {
            return new PayloadReading(millisSince(begin), null, e.getMessage(), null);
        } catch (RuntimeException e) {
            // A mistake of the parser's must not hold up every later day. The exception's words may repeat a health
            // value.
            return new PayloadReading(millisSince(begin), null, "the parser failed, " + whereFailed(e), null);
        }
    }

    private static int millisSince(long nanos) {
        return (int) ((System.nanoTime() - nanos) / 1_000_000);
    }

    private static String whereFailed(RuntimeException e) {
        StackTraceElement[] trace = e.getStackTrace();
        return e.getClass().getSimpleName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }
}
