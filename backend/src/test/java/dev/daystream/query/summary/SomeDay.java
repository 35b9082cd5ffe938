package dev.daystream.query.summary;

import dev.daystream.metrics.Catalog;
import dev.daystream.model.LocalDay;
import dev.daystream.query.DayCoverage.Covered;
import dev.daystream.query.DayQuery.Day;
import dev.daystream.query.DayQuery.Sleep;
import dev.daystream.query.DayQuery.WornTime;
import dev.daystream.query.Expectation;
import dev.daystream.query.Reason;
import dev.daystream.query.Summary;
import dev.daystream.query.WearBasis;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A local day of 24 hours with what a test gives it. */
final class SomeDay {
    private final LocalDate date;
    private final Map<String, Summary> metrics = new LinkedHashMap<>();
    private final Map<String, Double> vendor = new LinkedHashMap<>();
    private final Map<String, Double> setAside = new LinkedHashMap<>();
    private final Map<String, Covered> coverage = new LinkedHashMap<>();
    private @Nullable WornTime wear;
    private @Nullable Sleep sleep;

    SomeDay(String date) {
        this.date = LocalDate.parse(date);
    }

    SomeDay() {
        this("2026-03-02");
    }

    SomeDay worn(int minutes) {
        wear = new WornTime(minutes, minutes / 1_440.0, WearBasis.HEART_RATE);
        return this;
    }

    SomeDay samples(String key, long count, double sum) {
        metrics.put(key, new Summary(count, sum, 0f, 200f, sum / count));
        return this;
    }

    SomeDay covered(String key, long present, @Nullable Double share, @Nullable Reason reason) {
        coverage.put(key, new Covered(present, Expectation.Unit.MINUTES, present, 1_440, share, reason));
        return this;
    }

    SomeDay vendor(String key, double value) {
        vendor.put(key, value);
        return this;
    }

    /** A value of the vendor that does not count. */
    SomeDay setAside(String key, double value, Reason reason) {
        setAside.put(key, value);
        return missing(key, reason);
    }

    SomeDay missing(String key, Reason reason) {
        coverage.put(key, new Covered(0, Expectation.Unit.SAMPLES, 0, 1, 0.0, reason));
        return this;
    }

    SomeDay slept(int sessions, int asleep, boolean main, int naps) {
        sleep = new Sleep(sessions, asleep, asleep + 30, main, naps);
        return this;
    }

    Day day() {
        return new Day(
                date,
                date.atStartOfDay(ZoneOffset.UTC).toInstant(),
                date.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant(),
                24,
                LocalDay.Kind.USUAL,
                List.of(ZoneId.of("UTC")),
                metrics,
                null,
                null,
                vendor,
                setAside,
                coverage,
                0,
                wear,
                List.of(),
                List.of(),
                sleep,
                Map.of());
    }

    Map<String, DailyValue> values() {
        return DailyValues.of(day(), null, Catalog.bundled());
    }

    DailyValue value(String key) {
        return Objects.requireNonNull(values().get(key));
    }
}
