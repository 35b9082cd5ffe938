package dev.daystream.query;

import dev.daystream.metrics.Catalog;
import dev.daystream.metrics.Metric;
import dev.daystream.metrics.Payload;
import dev.daystream.model.SeriesInfo;
import dev.daystream.model.TimeRange;
import dev.daystream.query.WearDays.WornDay;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares the figures of one day with what was expected, and says why there is less. */
public final class DayCoverage {
    private static final String HEART_RATE = "heart_rate";

    private final Catalog catalog;
    private final GapFacts facts;

    /**
     * How much stands behind a figure.
     *
     * @param count samples that are there
     * @param expected samples expected; 0 where there is no saying
     * @param coverage count ÷ expected, 1 at most; null where nothing is expected
     * @param reason why there is too little, or null if there is enough
     */
    public record Covered(
            long count,
            long expected,
            @Nullable Double coverage,
            @Nullable Reason reason) {}

    DayCoverage(Catalog catalog, GapFacts facts) {
        this.catalog = catalog;
        this.facts = facts;
    }

    /**
     * Returns the coverage of each metric that is sampled within the day, and of each of the vendor's figures that is missing.
     *
     * @param series those of the participant
     * @param counts samples of each series on the day, in the same order
     * @param sources keys of the sources that delivered
     * @param vendor the vendor's figures that are there
     */
    Map<String, Covered> of(
            LocalDate date,
            TimeRange range,
            List<SeriesInfo> series,
            long[] counts,
            List<String> sources,
            Map<String, Double> vendor) {
        Map<String, Covered> covered = new LinkedHashMap<>();
        if (range.isEmpty()) {
            return covered;
        }
        for (int i = 0; i < series.size(); i++) {
            Covered before = covered.get(series.get(i).metric());
            if (before == null || counts[i] > before.count()) {
                covered.put(series.get(i).metric(), sampled(date, range, series.get(i), counts[i]));
            }
        }
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
        return new Covered(0, 1, 0.0, facts.reason(gap));
    }

    private Covered sampled(LocalDate date, TimeRange range, SeriesInfo info, long count) {
        Metric metric = catalog.get(info.metric());
        Expectation expectation = Expectation.of(info, metric);
        long length = range.length().toMillis();
        int expected = expectation.count(length);
        int there = (int) Math.min(count, Integer.MAX_VALUE);
        // An irregular sensor's day is judged by its minutes.
        WornDay day = metric.key().equals(HEART_RATE) && expectation.isIrregular()
                ? facts.worn().get(date)
                : null;
        boolean isShort = day == null
                ? expectation.isShort(there, length)
                : Expectation.isShortDay(day.pulseMinutes(), day.lengthMinutes());
        double present = day == null ? expectation.sharePresent(there, length) : day.pulseShare();
        var gap = new GapFacts.Gap(info.source(), metric, info.cadence(), date, range, true, there, 1 - present);
        Reason reason = isShort ? facts.reason(gap) : null;
        if (expected == 0 && count == 0) {
            // Nothing is expected of an occasional metric; that nobody could deliver any is still worth telling.
            Reason found = facts.reason(gap);
            reason = found.compareTo(Reason.NOT_WORN) < 0 ? found : null;
        }
        return new Covered(count, expected, Expectation.share(count, expected), reason);
    }
}
