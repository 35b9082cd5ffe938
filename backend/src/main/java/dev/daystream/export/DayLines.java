package dev.daystream.export;

import dev.daystream.metrics.Catalog;
import dev.daystream.metrics.Metric;
import dev.daystream.model.Participant;
import dev.daystream.query.DayCoverage;
import dev.daystream.query.DayQuery;
import dev.daystream.query.DerivedQuery;
import dev.daystream.query.Reason;
import dev.daystream.query.Summary;
import dev.daystream.query.summary.DailyValue;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows of one participant's days. */
final class DayLines {
    private static final String MINUTES = "min";
    private static final String NUMBER = "1";

    private final Participant whose;
    private final Catalog catalog;
    private final List<DerivedQuery.Column> derived;
    private final RowWriter to;
    private final Row row = new Row(Table.DAYS);

    DayLines(Participant whose, Catalog catalog, List<DerivedQuery.Column> derived, RowWriter to) {
        this.whose = whose;
        this.catalog = catalog;
        this.derived = derived;
        this.to = to;
    }

    /**
     * Writes a day.
     *
     * @param index its place among the dates of the derived figures
     */
    void write(DayQuery.Day day, int index) throws IOException {
        writeFigures(day, Metric.Scope.INTRADAY);
        writeFigures(day, Metric.Scope.DAILY);
        for (DerivedQuery.Column column : derived) {
            begin(day, "derived", column.key(), column.unit());
            row.integer(DayField.VERSION, column.version())
                    .number(DayField.VALUE, column.values().get(index))
                    .number(DayField.COVERAGE, column.coverage().get(index))
                    .text(DayField.REASON, column.reasons().get(index));
            to.add(row);
        }
        writeWear(day);
        writeSleep(day);
    }

    private void writeFigures(DayQuery.Day day, Metric.Scope scope) throws IOException {
        TreeSet<String> keys = new TreeSet<>(day.metrics().keySet());
        keys.addAll(day.vendor().keySet());
        keys.addAll(day.coverage().keySet());
        Map<String, Summary> filled = day.filled();
        if (filled != null) {
            keys.addAll(filled.keySet());
        }
        for (String key : keys) {
            Metric metric = catalog.get(key);
            if (metric.scope() == scope) {
                begin(day, scope == Metric.Scope.DAILY ? "vendor" : "samples", key, metric.unit());
                writeSummary(day, metric);
                row.number(DayField.FILLED_VALUE, value(metric, filled == null ? null : filled.get(key)));
                if (scope == Metric.Scope.DAILY) {
                    row.number(DayField.VALUE, day.vendor().get(key));
                }
                to.add(row);
            }
        }
    }

    private void writeSummary(DayQuery.Day day, Metric metric) {
        Summary summary = day.metrics().get(metric.key());
        row.number(DayField.VALUE, day.isUnworn(metric) ? null : value(metric, summary));
        if (summary != null) {
            row.number(DayField.SUM, summary.sum()).integer(DayField.COUNT, summary.count());
            Float min = summary.min();
            Float max = summary.max();
            if (min != null && max != null) {
                row.decimal(DayField.MIN, min).decimal(DayField.MAX, max);
            }
        }
        DayCoverage.Covered covered = day.coverage().get(metric.key());
        if (covered != null) {
            row.integer(DayField.COUNT, covered.count())
                    .text(DayField.COVERAGE_OF, covered.unit().key())
                    .integer(DayField.PRESENT, covered.present())
                    .integer(DayField.EXPECTED, covered.expected())
                    .number(DayField.COVERAGE, covered.coverage());
            var reason = covered.reason();
            row.text(DayField.REASON, reason == null ? null : reason.key());
        }
        Map<String, Integer> imputed = day.imputedMinutes();
        if (imputed != null) {
            row.integer(DayField.IMPUTED_MINUTES, imputed.getOrDefault(metric.key(), 0));
        }
    }

    private static @Nullable Double value(Metric metric, @Nullable Summary summary) {
        return summary == null ? null : metric.kind() == Metric.Kind.AMOUNT ? (Double) summary.sum() : summary.avg();
    }

    private void writeWear(DayQuery.Day day) throws IOException {
        DayQuery.WornTime wear = day.wear();
        begin(day, "wear", "wear_minutes", MINUTES);
        if (wear != null) {
            row.number(DayField.VALUE, (double) wear.minutes()).number(DayField.COVERAGE, wear.share());
        } else {
            row.text(DayField.REASON, Reason.WEAR_UNKNOWN.key());
        }
        to.add(row);
        begin(day, "wear", "heart_rate_minutes", MINUTES);
        row.number(DayField.VALUE, (double) day.heartRateMinutes());
        to.add(row);
    }

    /** All sessions together; without a main sleep they are naps and no night, which the reason says. */
    private void writeSleep(DayQuery.Day day) throws IOException {
        DayQuery.Sleep sleep = day.sleep();
        DailyValue asleep = day.values().get("asleep");
        Reason lack = asleep == null ? null : asleep.reason();
        if (sleep == null) {
            writeSleep(day, "sleep_sessions", NUMBER, null, lack);
            return;
        }
        writeSleep(day, "sleep_sessions", NUMBER, (double) sleep.sessions(), lack);
        writeSleep(day, "sleep_minutes_asleep", MINUTES, sleep.minutesAsleep(), lack);
        writeSleep(day, "sleep_minutes_in_bed", MINUTES, sleep.minutesInBed(), lack);
        writeSleep(day, "nap_minutes", MINUTES, sleep.napMinutes(), null);
    }

    private void writeSleep(DayQuery.Day day, String key, String unit, @Nullable Double value, @Nullable Reason reason)
            throws IOException {
        begin(day, "sleep", key, unit);
        row.number(DayField.VALUE, value).text(DayField.REASON, reason == null ? null : reason.key());
        to.add(row);
    }

    private void begin(DayQuery.Day day, String group, String key, String unit) {
        row.clear()
                .integer(DayField.PARTICIPANT, whose.id())
                .text(DayField.NAME, whose.name())
                .text(DayField.DATE, day.date().toString())
                .integer(DayField.START, day.start().toEpochMilli())
                .integer(DayField.END, day.end().toEpochMilli())
                .number(DayField.HOURS, day.hours())
                .text(DayField.DAY, day.kind().key())
                .text(DayField.ZONES, day.zones().stream().map(ZoneId::getId).collect(Collectors.joining(" ")))
                .text(DayField.GROUP, group)
                .text(DayField.METRIC, key)
                .text(DayField.UNIT, unit);
    }
}
