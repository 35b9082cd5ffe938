package dev.daystream.http;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import dev.daystream.metrics.Catalog;
import dev.daystream.metrics.Metric;
import dev.daystream.query.BucketValues;
import dev.daystream.query.ImputedColumns;
import dev.daystream.query.SeriesColumns;
import dev.daystream.query.SeriesCoverage;
import dev.daystream.query.SeriesPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes pages of series straight from their columns. */
final class SeriesJson {
    private final Catalog catalog;

    SeriesJson(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Returns the page as UTF-8. */
    byte[] write(SeriesPage page) {
        try (ByteArrayBuilder bytes = new ByteArrayBuilder(32_768);
                JsonGenerator to = JsonFormat.MAPPER.getFactory().createGenerator(bytes, JsonEncoding.UTF8)) {
            to.writeStartObject();
            to.writeStringField("from", page.from().toString());
            to.writeStringField("to", page.to().toString());
            to.writeArrayFieldStart("series");
            for (SeriesPage.Values values : page.series()) {
                write(to, values);
            }
            to.writeEndArray();
            to.writeStringField("next", page.next());
            to.writeEndObject();
            to.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(JsonGenerator to, SeriesPage.Values values) throws IOException {
        Metric metric = catalog.get(values.info().metric());
        to.writeStartObject();
        to.writeNumberField("participant", values.info().participant());
        to.writeStringField("metric", metric.key());
        to.writeStringField("source", values.info().source());
        to.writeStringField("device", values.info().device());
        to.writeStringField("unit", metric.unit());
        to.writeStringField("kind", metric.kind().name().toLowerCase(Locale.ROOT));
        to.writeNumberField("cadence", values.info().cadence());
        to.writeStringField("zone", values.zone().getId());
        to.writeStringField("resolution", values.resolution().key());
        writeColumns(to, values.columns());
        writeCoverage(to, values.coverage(), values.columns());
        SeriesColumns gapfilled = values.gapfilled();
        if (gapfilled != null) {
            writeGapfilled(to, gapfilled, values.columns().t0());
        }
        ImputedColumns imputation = values.imputation();
        if (imputation != null) {
            ImputationJson.write(to, imputation, values.columns());
        }
        to.writePOJOField("summary", values.summary());
        to.writeEndObject();
    }

    private static void writeColumns(JsonGenerator to, SeriesColumns columns) throws IOException {
        NumberWriter numbers = new NumberWriter(to);
        to.writeNumberField("t0", columns.t0());
        long[] times = columns.times();
        if (times == null) {
            to.writeNumberField("step", columns.step());
        } else {
            writeTimes(to, times, columns.t0());
        }
        float[] values = columns.values();
        BucketValues buckets = columns.buckets();
        if (values != null) {
            to.writeArrayFieldStart("v");
            for (float value : values) {
                numbers.writeFloat(value);
            }
            to.writeEndArray();
            writeImputed(to, columns.imputed());
        } else if (buckets != null) {
            writeBuckets(to, numbers, buckets);
            writeImputed(to, buckets.imputed());
        }
    }

    private static void writeImputed(JsonGenerator to, int @Nullable [] imputed) throws IOException {
        if (imputed != null) {
            to.writeFieldName("imputed");
            to.writeArray(imputed, 0, imputed.length);
        }
    }

    private static void writeCoverage(JsonGenerator to, SeriesCoverage coverage, SeriesColumns columns)
            throws IOException {
        to.writeObjectFieldStart("coverage");
        to.writeStringField("unit", coverage.unit());
        if (columns.buckets() != null) {
            writeColumn(to, "expected", coverage.expected());
            writeColumn(to, "present", coverage.present());
        }
        to.writeNumberField("total", coverage.total());
        to.writeNumberField("totalPresent", coverage.totalPresent());
        to.writePOJOField("share", coverage.share());
        to.writeArrayFieldStart("reasons");
        for (SeriesCoverage.Gap gap : coverage.gaps()) {
            to.writeStartObject();
            to.writeNumberField("from", gap.from() - columns.t0());
            to.writeNumberField("to", gap.to() - columns.t0());
            to.writeStringField("reason", gap.reason().key());
            to.writeEndObject();
        }
        to.writeEndArray();
        to.writeEndObject();
    }

    /** Writes a column, or one number where all are the same. */
    private static void writeColumn(JsonGenerator to, String name, int[] column) throws IOException {
        to.writeFieldName(name);
        if (column.length > 0 && Arrays.stream(column).allMatch(value -> value == column[0])) {
            to.writeNumber(column[0]);
        } else {
            to.writeArray(column, 0, column.length);
        }
    }

    private static void writeGapfilled(JsonGenerator to, SeriesColumns filled, long t0) throws IOException {
        to.writeObjectFieldStart("gapfilled");
        writeTimes(to, Objects.requireNonNull(filled.times()), t0);
        to.writeArrayFieldStart("avg");
        NumberWriter numbers = new NumberWriter(to);
        for (float value : Objects.requireNonNull(filled.values())) {
            numbers.writeRounded(value, NumberWriter.MEAN_DIGITS);
        }
        to.writeEndArray();
        to.writeEndObject();
    }

    static void writeTimes(JsonGenerator to, long[] times, long t0) throws IOException {
        to.writeArrayFieldStart("t");
        for (long time : times) {
            to.writeNumber(time - t0);
        }
        to.writeEndArray();
    }

    private static void writeBuckets(JsonGenerator to, NumberWriter numbers, BucketValues buckets) throws IOException {
        int[] counts = buckets.counts();
        to.writeFieldName("count");
        to.writeArray(counts, 0, counts.length);
        to.writeArrayFieldStart("sum");
        for (int i = 0; i < counts.length; i++) {
            if (buckets.isEmpty(i)) {
                to.writeNull();
            } else {
                numbers.writeRounded(buckets.sums()[i], NumberWriter.SUM_DIGITS);
            }
        }
        to.writeEndArray();
        writeFloats(to, numbers, "min", buckets, buckets.mins());
        writeFloats(to, numbers, "max", buckets, buckets.maxs());
        to.writeArrayFieldStart("avg");
        for (int i = 0; i < counts.length; i++) {
            if (buckets.isEmpty(i)) {
                to.writeNull();
            } else {
                numbers.writeRounded(buckets.mean(i), NumberWriter.MEAN_DIGITS);
            }
        }
        to.writeEndArray();
    }

    private static void writeFloats(
            JsonGenerator to, NumberWriter numbers, String name, BucketValues buckets, float[] values)
            throws IOException {
        to.writeArrayFieldStart(name);
        for (int i = 0; i < values.length; i++) {
            if (buckets.isEmpty(i)) {
                to.writeNull();
            } else {
                numbers.writeFloat(values[i]);
            }
        }
        to.writeEndArray();
    }
}
