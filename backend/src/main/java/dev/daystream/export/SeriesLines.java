package dev.daystream.export;

import dev.daystream.metrics.Catalog;
import dev.daystream.model.Participant;
import dev.daystream.model.Resolution;
import dev.daystream.model.SeriesInfo;
import dev.daystream.query.BucketValues;
import dev.daystream.query.Expectation;
import dev.daystream.query.ImputedColumns;
import dev.daystream.query.SeriesColumns;
import dev.daystream.query.SeriesCoverage;
import dev.daystream.query.SeriesCoverage.Gap;
import dev.daystream.query.SeriesPage;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of one series over its pages; a stretch without data that goes on over pages is one row. */
final class SeriesLines {
    private static final long MINUTE_MILLIS = 60_000;

    private final Participant whose;
    private final Wall wall;
    private final Catalog catalog;
    private final Row row = new Row(Table.SERIES);
    private @Nullable Gap pending;
    private SeriesPage.@Nullable Values last;

    SeriesLines(Participant whose, Wall wall, Catalog catalog) {
        this.whose = whose;
        this.wall = wall;
        this.catalog = catalog;
    }

    /** Writes a page. */
    void write(SeriesPage.Values values, RowWriter to) throws IOException {
        List<Gap> why = values.coverage().gaps();
        List<Stretch> there = present(values);
        there.addAll(imputed(values));
        there.sort(Comparator.comparingLong(Stretch::from));
        last = values;
        SeriesColumns columns = values.columns();
        ImputedColumns imputation = values.imputation();
        List<Gap> missing = Stretch.without(why, there);
        int size = size(columns);
        int made = 0;
        int lacking = 0;
        for (int i = 0; i < size; i++) {
            BucketValues buckets = columns.buckets();
            if (buckets != null && buckets.isEmpty(i) && !isMade(imputation, made, time(columns, i))) {
                continue;
            }
            long time = time(columns, i);
            while (lacking < missing.size() && missing.get(lacking).from() < time) {
                made = imputedBefore(values, missing.get(lacking).from(), made, why, to);
                missing(missing.get(lacking++), to);
            }
            made = imputedBefore(values, time, made, why, to);
            begin(values, time, to);
            if (isMade(imputation, made, time) && buckets != null) {
                beside(imputation, made++);
            }
            if (buckets == null) {
                sample(columns, i);
            } else {
                bucket(values, buckets, i);
                row.text(SeriesField.REASON, Stretch.reason(why, time));
            }
            to.add(row);
        }
        for (; lacking < missing.size(); lacking++) {
            made = imputedBefore(values, missing.get(lacking).from(), made, why, to);
            missing(missing.get(lacking), to);
        }
        imputedBefore(values, Long.MAX_VALUE, made, why, to);
    }

    /** Writes what waits after the last page. */
    void end(RowWriter to) throws IOException {
        Gap gap = pending;
        SeriesPage.Values values = last;
        pending = null;
        if (gap != null && values != null) {
            head(values, gap.from());
            int expected = Expectation.of(
                            values.info(), catalog.get(values.info().metric()))
                    .expected(gap.from(), gap.from(), gap.to());
            row.text(SeriesField.ROW, "missing")
                    .integer(SeriesField.END, gap.to())
                    .integer(SeriesField.COUNT, 0)
                    .text(SeriesField.COVERAGE_OF, values.coverage().unit())
                    .integer(SeriesField.PRESENT, 0)
                    .integer(SeriesField.EXPECTED, expected)
                    .text(SeriesField.REASON, gap.reason().key());
            if (expected > 0) {
                row.number(SeriesField.COVERAGE, 0);
            }
            to.add(row);
        }
    }

    /** Returns where there are samples: the buckets that have some, or those around each sample that its coverage goes by. */
    private List<Stretch> present(SeriesPage.Values values) {
        List<Stretch> present = new ArrayList<>();
        SeriesColumns columns = values.columns();
        BucketValues buckets = columns.buckets();
        for (int i = 0; i < size(columns); i++) {
            long time = time(columns, i);
            if (buckets == null) {
                present.add(around(time, values.info().cadence()));
            } else if (!buckets.isEmpty(i)) {
                present.add(new Stretch(time, values.coverage().ends()[i]));
            }
        }
        return present;
    }

    /** Returns the minute of a sample; of slower series the hour or the day on the participant's wall clock. */
    private Stretch around(long time, int cadence) {
        var instant = Instant.ofEpochMilli(time);
        if (cadence * 1_000L > Resolution.HOUR.millis()) {
            LocalDate date = whose.zones().dateOf(instant);
            return new Stretch(
                    whose.zones().startOf(date).toEpochMilli(),
                    whose.zones().startOf(date.plusDays(1)).toEpochMilli());
        }
        long unit = cadence * 1_000L > MINUTE_MILLIS ? Resolution.HOUR.millis() : MINUTE_MILLIS;
        long offset =
                whose.zones().zoneAt(instant).getRules().getOffset(instant).getTotalSeconds() * 1_000L;
        long start = Math.floorDiv(time + offset, unit) * unit - offset;
        return new Stretch(start, start + unit);
    }

    private List<Stretch> imputed(SeriesPage.Values values) {
        List<Stretch> imputed = new ArrayList<>();
        ImputedColumns imputation = values.imputation();
        for (int i = 0; imputation != null && i < imputation.size(); i++) {
            imputed.add(
                    new Stretch(imputation.times()[i], end(values, imputation.times()[i])));
        }
        int[] flags = values.columns().imputed();
        long[] times = values.columns().times();
        for (int i = 0; flags != null && times != null && i < flags.length; i++) {
            if (flags[i] == 1) {
                imputed.add(new Stretch(times[i], times[i] + MINUTE_MILLIS));
            }
        }
        return imputed;
    }

    /** Returns where a bucket ends in which nothing was measured. */
    private long end(SeriesPage.Values values, long start) {
        return switch (values.resolution()) {
            case RAW, MINUTE -> start + MINUTE_MILLIS;
            case HOUR -> start + Resolution.HOUR.millis();
            case DAY -> {
                var instant = Instant.ofEpochMilli(start);
                yield whose.zones()
                        .startOf(whose.zones().dateOf(instant).plusDays(1))
                        .toEpochMilli();
            }
        };
    }

    private int imputedBefore(SeriesPage.Values values, long time, int from, List<Gap> why, RowWriter to)
            throws IOException {
        ImputedColumns imputation = values.imputation();
        int i = from;
        for (; imputation != null && i < imputation.size() && imputation.times()[i] < time; i++) {
            long start = imputation.times()[i];
            begin(values, start, to);
            row.text(SeriesField.ROW, "imputed")
                    .integer(SeriesField.END, end(values, start))
                    .integer(SeriesField.COUNT, 0)
                    .text(SeriesField.REASON, Stretch.reason(why, start));
            beside(imputation, i);
            to.add(row);
        }
        return i;
    }

    private static boolean isMade(@Nullable ImputedColumns imputation, int index, long time) {
        return imputation != null && index < imputation.size() && imputation.times()[index] == time;
    }

    private void missing(Gap gap, RowWriter to) throws IOException {
        Gap before = pending;
        if (before != null && before.to() == gap.from() && before.reason() == gap.reason()) {
            pending = new Gap(before.from(), gap.to(), gap.reason());
        } else {
            end(to);
            pending = gap;
        }
    }

    private void begin(SeriesPage.Values values, long time, RowWriter to) throws IOException {
        end(to);
        head(values, time);
    }

    private void head(SeriesPage.Values values, long time) {
        SeriesInfo info = values.info();
        row.clear()
                .integer(SeriesField.PARTICIPANT, info.participant())
                .text(SeriesField.NAME, whose.name())
                .text(SeriesField.METRIC, info.metric())
                .text(SeriesField.UNIT, catalog.get(info.metric()).unit())
                .text(SeriesField.SOURCE, info.source())
                .text(SeriesField.DEVICE, info.device())
                .text(SeriesField.RESOLUTION, values.resolution().key())
                .integer(SeriesField.START, time)
                .text(SeriesField.LOCAL, wall.at(time));
    }

    private void sample(SeriesColumns columns, int i) {
        float[] values = columns.values();
        int[] flags = columns.imputed();
        boolean made = flags != null && flags[i] == 1;
        row.text(SeriesField.ROW, made ? "imputed" : "sample").integer(SeriesField.COUNT, made ? 0 : 1);
        if (values != null) {
            row.decimal(SeriesField.VALUE, values[i]);
        }
        if (made) {
            row.integer(SeriesField.IMPUTED_MINUTES, 1);
        }
    }

    private void bucket(SeriesPage.Values of, BucketValues buckets, int i) {
        int count = buckets.counts()[i];
        row.text(SeriesField.ROW, count > 0 ? "bucket" : "imputed").integer(SeriesField.COUNT, count);
        if (!buckets.isEmpty(i)) {
            row.number(SeriesField.VALUE, buckets.mean(i))
                    .decimal(SeriesField.MIN, buckets.mins()[i])
                    .decimal(SeriesField.MAX, buckets.maxs()[i])
                    .number(SeriesField.SUM, buckets.sums()[i]);
        }
        int[] minutes = buckets.imputed();
        if (minutes != null) {
            row.integer(SeriesField.IMPUTED_MINUTES, minutes[i]);
        }
        SeriesCoverage coverage = of.coverage();
        row.integer(SeriesField.END, coverage.ends()[i])
                .text(SeriesField.COVERAGE_OF, coverage.unit())
                .integer(SeriesField.PRESENT, coverage.present()[i])
                .integer(SeriesField.EXPECTED, coverage.expected()[i])
                .number(SeriesField.COVERAGE, coverage.share(i));
    }

    private void beside(@Nullable ImputedColumns imputation, int i) {
        if (imputation != null) {
            row.integer(SeriesField.IMPUTED_MINUTES, imputation.minutes(i))
                    .number(SeriesField.IMPUTED_VALUE, imputation.values()[i])
                    .number(SeriesField.IMPUTED_LOWER, imputation.lower()[i])
                    .number(SeriesField.IMPUTED_UPPER, imputation.upper()[i])
                    .text(SeriesField.METHOD, imputation.method(i))
                    .integer(SeriesField.RUN, imputation.run(i));
        }
    }

    private static int size(SeriesColumns columns) {
        float[] values = columns.values();
        BucketValues buckets = columns.buckets();
        return values != null ? values.length : buckets == null ? 0 : buckets.size();
    }

    private static long time(SeriesColumns columns, int i) {
        long[] times = columns.times();
        return times == null ? columns.t0() + i * columns.step() : times[i];
    }
}
