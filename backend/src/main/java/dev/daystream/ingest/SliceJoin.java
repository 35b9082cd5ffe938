package dev.daystream.ingest;

import dev.daystream.lake.Lake;
import dev.daystream.metrics.Catalog;
import dev.daystream.metrics.Payload;
import dev.daystream.model.ParsedDay;
import dev.daystream.model.SeriesSamples;
import dev.daystream.model.ZoneHistory;
import dev.daystream.source.BadPayloadException;
import dev.daystream.source.PayloadParser;
import dev.daystream.source.fitabase.ExportDay;
import dev.daystream.source.fitabase.FitabaseParsers;
import dev.daystream.store.PayloadReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Joins the rows of a file with the stored rows of the same participant, data type and day, so that a file which has a part of a day replaces
 * no more than that. Two payloads are joined one below the other, each with its header; of values for the same time the upper one counts. The
 * result is a payload of its own, which the parser reads like any other.
 */
final class SliceJoin {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final Catalog catalog;
    private final Lake lake;
    private final boolean replacing;

    /**
     * Makes a join.
     *
     * @param replacing whether of differing values those of the file count, and not those that are stored
     */
    SliceJoin(Catalog catalog, Lake lake, boolean replacing) {
        this.catalog = catalog;
        this.lake = lake;
        this.replacing = replacing;
    }

    /**
     * Outcome of a join.
     *
     * @param kind which payload is to be stored, if any
     * @param bytes the payload to store; that of the file if nothing changes
     * @param day what the payload says
     * @param comparison how the file compares with what is stored
     */
    @SuppressWarnings("ArrayRecordComponent") // A payload on its way to the lake; never compared, never changed.
    record Result(Kind kind, byte[] bytes, ParsedDay day, SliceComparison comparison) {}

    /** The payload to be stored, if any. */
    enum Kind {
        /** The file's rows, which have all that is stored. */
        FILE,
        /** The rows of the file and the stored ones. */
        JOINED,
        /** Nothing: the file has no value that would count. */
        NOTHING,
        /** Nothing: values of another step are stored, such as hours instead of minutes, and a series has one step. */
        OTHER_STEP
    }

    /**
     * Joins a day of a file with what is stored for it.
     *
     * @throws IOException if the stored payload is missing or damaged
     * @throws BadPayloadException if the stored payload or the joined one cannot be read
     */
    Result join(Payload payload, ExportDay slice, PayloadReader.InEffect stored, ZoneHistory zones)
            throws IOException, BadPayloadException {
        byte[] before = read(stored);
        var context = new PayloadParser.Context(catalog, payload, slice.date(), zones);
        PayloadParser parser = FitabaseParsers.of(payload);
        ParsedDay known = parser.parse(before, context);
        SliceComparison comparison = SliceComparison.of(known, slice.day());
        if (!haveOneStep(known, slice.day())) {
            return new Result(Kind.OTHER_STEP, slice.canonicalBytes(), slice.day(), comparison);
        }
        if (comparison.added() == 0 && (comparison.differing() == 0 || !replacing)) {
            return new Result(Kind.NOTHING, slice.canonicalBytes(), slice.day(), comparison);
        }
        if (comparison.missing() == 0 && (comparison.differing() == 0 || replacing)) {
            return new Result(Kind.FILE, slice.canonicalBytes(), slice.day(), comparison);
        }
        byte[] joined = replacing ? below(slice.canonicalBytes(), before) : below(before, slice.canonicalBytes());
        return new Result(Kind.JOINED, joined, parser.parse(joined, context), comparison);
    }

    /**
     * Returns whether a stored day has the step of a file's day; true if one of them has no samples.
     *
     * @throws IOException if the stored payload is missing or damaged
     * @throws BadPayloadException if it cannot be read
     */
    boolean hasStepOf(Payload payload, ExportDay slice, PayloadReader.InEffect stored, ZoneHistory zones)
            throws IOException, BadPayloadException {
        var context =
                new PayloadParser.Context(catalog, payload, stored.delivery().date(), zones);
        return haveOneStep(FitabaseParsers.of(payload).parse(read(stored), context), slice.day());
    }

    private byte[] read(PayloadReader.InEffect stored) throws IOException {
        String place = stored.place();
        byte[] bytes = place == null ? null : lake.read(place);
        if (bytes == null || !Lake.hash(bytes).equals(stored.hash())) {
            throw new IOException("the stored payload is missing or damaged");
        }
        return bytes;
    }

    private static boolean haveOneStep(ParsedDay one, ParsedDay other) {
        for (SeriesSamples series : one.series()) {
            SeriesSamples same = find(other.series(), series.metric());
            if (same != null && same.cadence() != series.cadence()) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable SeriesSamples find(List<SeriesSamples> series, String metric) {
        return series.stream()
                .filter(one -> one.metric().equals(metric))
                .findFirst()
                .orElse(null);
    }

    private static byte[] below(byte[] upper, byte[] lower) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream(upper.length + lower.length + 1);
        joined.writeBytes(upper);
        if (upper.length > 0 && upper[upper.length - 1] != '\n') {
            joined.write('\n');
        }
        int mark = lower.length >= 3 && Arrays.equals(lower, 0, 3, BYTE_ORDER_MARK, 0, 3) ? 3 : 0;
        joined.write(lower, mark, lower.length - mark);
        return joined.toByteArray();
    }
}
