package dev.daystream.query;

import dev.daystream.metrics.Catalog;
import dev.daystream.metrics.Metric;
import dev.daystream.metrics.Payload;
import dev.daystream.model.SeriesInfo;
import dev.daystream.model.TimeRange;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares the daily values of one day with what was expected, and says why there is less. */
public final class DayCoverage {
    private final Catalog catalog;
    private final GapFacts facts;

    /**
     * How much stands behind a daily value.
     *
     * @param count samples that are there
     * @param unit what the next two count: samples, or minutes with a sample
     * @param present how many are there and count; of what counts only while the watch is worn, those of worn time
     * @param expected how many are expected; 0 where there is no saying
     * @param coverage present ÷ expected, 1 at most; null where nothing is expected, and where it is not known how many count
     * @param reason why there is too little, or null if there is enough
     */
    public record Covered(
            long count,
            Expectation.Unit unit,
            long present,
            long expected,
            @Nullable Double coverage,
            @Nullable Reason reason) {}

    DayCoverage(Catalog catalog, GapFacts facts) {
        this.catalog = catalog;
        this.facts = facts;
    }

    /**
     * Returns the coverage of each metric that is sampled within the day, and of each of the vendor's values that is missing or does not count.
     *
     * @param series those of the participant, each with what is there of it on the day
     * @param sources keys of the sources that delivered
     * @param vendor the vendor's values that count
     */
    Map<String, Covered> of(
            LocalDate date,
            TimeRange range,
            Map<SeriesInfo, There> series,
            List<String> sources,
            Map<String, Double> vendor) {
        Map<String, Covered> covered = new LinkedHashMap<>();
        if (range.isEmpty()) {
            return covered;
        }
        series.forEach((info, there) -> {
            Covered before = covered.get(info.metric());
            if (before == null || there.count() > before.count()) {
                covered.put(info.metric(), sampled(date, range, info, there));
            }
        });
        for (String source : sources) {
            for (Payload payload : catalog.payloadsOf(source)) {
                for (Payload.Target target : payload.daily().values()) {
                    if (!vendor.containsKey(target.metric())) {
                        covered.computeIfAbsent(target.metric(), metric -> absent(date, range, source, metric));
                    }
                }
            }
        }
        return covered;
    }

    private Covered absent(LocalDate date, TimeRange range, String source, String key) {
        var gap = new GapFacts.Gap(source, catalog.get(key), 0, date, range, true, 0, 1);
        return new Covered(0, Expectation.Unit.SAMPLES, 0, 1, 0.0, facts.reason(gap));
    }

    private Covered sampled(LocalDate date, TimeRange range, SeriesInfo info, There there) {
        Metric metric = catalog.get(info.metric());
        Expectation expectation = Expectation.of(info, metric);
        long start = range.startMillis();
        long end = range.endMillis();
        int expected = expectation.expected(start, start, end);
        int count = (int) Math.min(there.count(), Integer.MAX_VALUE);
        var gap = new GapFacts.Gap(
                info.source(),
                metric,
                info.cadence(),
                date,
                range,
                true,
                count,
                expectation.shareMissing(there.present(), start, end));
        Reason reason = expectation.isShort(there.present(), start, end)
                ? facts.reason(gap)
                : there.known() ? null : Reason.WEAR_UNKNOWN;
        if (expected == 0 && count == 0) {
            // Nothing is expected of an occasional metric; that nobody could deliver any is still worth telling.
            Reason found = facts.reason(gap);
            reason = found.compareTo(Reason.NOT_WORN) < 0 ? found : null;
        }
        return new Covered(
                there.count(),
                expectation.unit(),
                there.present(),
                expected,
                there.known() ? Expectation.share(there.present(), expected) : null,
                reason);
    }
}
