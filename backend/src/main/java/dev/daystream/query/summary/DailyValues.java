package dev.daystream.query.summary;

import dev.daystream.metrics.Catalog;
import dev.daystream.metrics.Metric;
import dev.daystream.query.DayCoverage.Covered;
import dev.daystream.query.DayQuery.Day;
import dev.daystream.query.DayQuery.Sleep;
import dev.daystream.query.Reason;
import dev.daystream.query.Summary;
import dev.daystream.query.summary.DailyValue.Basis;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The one rule that turns a local day into its daily values (docs/data-quality.md, "Daily values"). */
public final class DailyValues {
    /** Below this coverage a value stands for a part of the day. */
    private static final double WHOLE = 0.8;
    /** Fewest minutes worn of a whole day: ten hours. */
    static final int LEAST_WORN = 600;

    private static final String ASLEEP = "sleep_minutes_asleep";

    private final Day day;

    private DailyValues(Day day) {
        this.day = day;
    }

    /**
     * Returns the headline values in their order, then the values of the participant's other metrics that are sampled all day.
     *
     * @param day of which {@code values} is not read
     * @param outside why the day lies outside of the enrolment, or null
     */
    public static Map<String, DailyValue> of(Day day, @Nullable Reason outside, Catalog catalog) {
        DailyValues rule = new DailyValues(day);
        Map<String, DailyValue> values = new LinkedHashMap<>();
        for (Headline headline : Headline.values()) {
            values.put(headline.key(), outside == null ? rule.value(headline) : DailyValue.none(outside, null));
        }
        for (String key : day.coverage().keySet()) {
            Metric metric = catalog.get(key);
            if (metric.scope() == Metric.Scope.INTRADAY && metric.present() == Metric.Presence.ALWAYS) {
                values.computeIfAbsent(
                        key, absent -> outside == null ? rule.value(metric) : DailyValue.none(outside, null));
            }
        }
        return values;
    }

    private DailyValue value(Headline headline) {
        return switch (headline) {
            case STEPS, DISTANCE, CALORIES -> amount(headline.key(), "daily_" + headline.key());
            case ASLEEP -> asleep();
            case RESTING_HEART_RATE -> vendor(headline.key(), "heart_rate");
            case HRV -> vendor(headline.key(), "hrv_rmssd");
            case SPO2 -> vendor(headline.key(), "spo2");
            case HEART_RATE -> level(headline.key());
        };
    }

    private DailyValue value(Metric metric) {
        return metric.kind() == Metric.Kind.AMOUNT
                ? amount(metric.key(), "daily_" + metric.key())
                : level(metric.key());
    }

    /** The sum of the samples, else the vendor's; minutes of zeros are no evidence against a vendor that counted. */
    private DailyValue amount(String key, String vendorKey) {
        if (isUnworn()) {
            return none(key, vendorKey);
        }
        Summary samples = day.metrics().get(key);
        Double vendor = day.vendor().get(vendorKey);
        if (samples != null && samples.count() > 0 && !(samples.sum() == 0 && vendor != null && vendor > 0)) {
            Covered covered = day.coverage().get(key);
            return DailyValue.ofSamples(samples.sum(), covered, isPartial(covered));
        }
        if (vendor != null) {
            return DailyValue.of(vendor, Basis.VENDOR, isPartial(null));
        }
        DailyValue none = none(key, vendorKey);
        boolean unsummed = !isUnworn() && day.vendorSetAside().containsKey(vendorKey);
        return unsummed ? none.with("the vendor has not added up the day") : none;
    }

    private DailyValue level(String key) {
        Summary samples = day.metrics().get(key);
        Double mean = samples == null ? null : samples.avg();
        Covered covered = day.coverage().get(key);
        return mean == null || isUnworn() ? none(key) : DailyValue.ofSamples(mean, covered, isPartial(covered));
    }

    /** The vendor's value. Its absence is explained by the samples if a source brings it; else there is nothing to explain. */
    private DailyValue vendor(String key, String samplesKey) {
        Double value = day.vendor().get(key);
        if (value != null && !isUnworn()) {
            return DailyValue.of(value, Basis.VENDOR, false);
        }
        return day.coverage().containsKey(key) ? none(key, samplesKey) : none(key);
    }

    /** A nap is not the night: without a main sleep there is no value. */
    private DailyValue asleep() {
        Sleep sleep = day.sleep();
        Double vendor = day.vendor().get(ASLEEP);
        if (sleep != null) {
            return sleep.main()
                    ? DailyValue.of(sleep.minutesAsleep(), Basis.SESSIONS, false)
                    : DailyValue.none(
                            Reason.NO_MAIN_SLEEP,
                            "main sleep not recorded; nap " + minutes(Math.round(sleep.napMinutes())));
        }
        if (vendor != null && vendor > 0 && !isUnworn()) {
            return DailyValue.of(vendor, Basis.VENDOR, false);
        }
        DailyValue none = none(ASLEEP);
        return vendor == null || none.reason() != null ? none : DailyValue.none(Reason.NO_SLEEP, null);
    }

    /** Whether the watch was off all day, as far as anything tells. */
    private boolean isUnworn() {
        return day.wear() != null && day.wear().minutes() == 0;
    }

    private boolean isPartial(@Nullable Covered covered) {
        Double coverage = covered == null ? null : covered.coverage();
        return (coverage != null && coverage < WHOLE)
                || (day.wear() != null && day.wear().minutes() < LEAST_WORN);
    }

    /** Returns the absence of a value, with what is counted of the first metric; of the reasons the first that is known. */
    private DailyValue none(String... keys) {
        Reason reason = Stream.of(keys)
                .flatMap(key -> Stream.ofNullable(day.coverage().get(key)))
                .flatMap(covered -> Stream.ofNullable(covered.reason()))
                .reduce((first, second) -> first == Reason.UNKNOWN ? second : first)
                .orElse(null);
        if (isUnworn() && (reason == null || reason.compareTo(Reason.NOT_WORN) > 0)) {
            reason = Reason.NOT_WORN;
        }
        Covered covered = day.coverage().get(keys[0]);
        return covered == null
                ? DailyValue.none(reason, null)
                : new DailyValue(
                        null, null, covered.unit(), covered.present(), covered.expected(), null, reason, false, null);
    }

    private static String minutes(long minutes) {
        return minutes < 60
                ? minutes + " min"
                : minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
    }
}
