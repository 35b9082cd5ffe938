package dev.daystream.query.summary;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The part of an ISO week that lies in a range; means over the days with a value.
 *
 * @param from first date of it
 * @param to last date of it
 * @param days days that count
 * @param values what they come to
 * @param wear null if it is known of none
 */
public record RangeWeek(
        LocalDate from,
        LocalDate to,
        int days,
        Values values,
        @Nullable RangeWear wear) {
    static final String ACTIVE = "zone_active_minutes";

    /**
     * What the days of a week come to.
     *
     * @param steps a day
     * @param asleep minutes a night
     * @param restingHeartRate the one that is the headline
     * @param active active minutes by heart rate
     * @param zones time in the heart-rate zones
     */
    public record Values(
            @Nullable Double steps,
            @Nullable Double asleep,
            @JsonProperty("resting_heart_rate") @Nullable Double restingHeartRate,
            Total active,
            Zones zones) {}

    /**
     * A sum of days.
     *
     * @param sum of those that have a value; null if none has
     * @param days how many these are
     */
    public record Total(@Nullable Double sum, int days) {}

    /**
     * Minutes in heart-rate zones, added up over the days that tell all of them.
     *
     * @param light minutes in the light zone; as in the others, 0 if no day tells
     * @param moderate minutes in the moderate zone
     * @param vigorous minutes in the vigorous zone
     * @param peak minutes in the peak zone
     * @param days how many days tell them
     * @param coverage mean of those days, 0 to 1; null if none tells
     */
    public record Zones(
            double light,
            double moderate,
            double vigorous,
            double peak,
            int days,
            @Nullable Double coverage) {
        private static final List<String> KEYS = Stream.of("light", "moderate", "vigorous", "peak")
                .map(zone -> "time_in_" + zone + "_zone")
                .toList();

        static Zones of(List<DayRow> rows) {
            List<DayRow> told = rows.stream()
                    .filter(row ->
                            KEYS.stream().allMatch(key -> row.derived(key).value() != null))
                    .toList();
            double[] minutes = new double[KEYS.size()];
            for (DayRow row : told) {
                for (int zone = 0; zone < minutes.length; zone++) {
                    Double value = row.derived(KEYS.get(zone)).value();
                    minutes[zone] += value == null ? 0 : value;
                }
            }
            return new Zones(
                    minutes[0],
                    minutes[1],
                    minutes[2],
                    minutes[3],
                    told.size(),
                    Means.of(told.stream().map(row -> row.derived(KEYS.get(0)).coverage())));
        }
    }

    /**
     * Returns the weeks of some days; none for a week in which no day counts.
     *
     * @param rows in order of time
     * @param derivedRest whether the derived resting heart rate is the headline
     */
    static List<RangeWeek> of(List<DayRow> rows, boolean derivedRest) {
        Map<LocalDate, List<DayRow>> weeks = new LinkedHashMap<>();
        rows.stream()
                .filter(DayRow::counts)
                .forEach(row -> weeks.computeIfAbsent(
                                row.date().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)),
                                monday -> new ArrayList<>())
                        .add(row));
        return weeks.values().stream().map(days -> week(days, derivedRest)).toList();
    }

    private static RangeWeek week(List<DayRow> days, boolean derivedRest) {
        List<@Nullable Double> shares = new ArrayList<>();
        days.forEach(day -> shares.add(day.wornShare()));
        return new RangeWeek(
                days.get(0).date(),
                days.get(days.size() - 1).date(),
                days.size(),
                new Values(
                        mean(days, day -> day.value(Headline.STEPS).value()),
                        mean(days, day -> day.value(Headline.ASLEEP).value()),
                        mean(
                                days,
                                day -> derivedRest
                                        ? day.derived(RangeSummary.DERIVED_REST).value()
                                        : day.value(Headline.RESTING_HEART_RATE).value()),
                        active(days),
                        Zones.of(days)),
                RangeWear.of(shares));
    }

    private static @Nullable Double mean(List<DayRow> days, Function<DayRow, @Nullable Double> read) {
        List<@Nullable Double> values = new ArrayList<>();
        days.forEach(day -> values.add(read.apply(day)));
        return Means.of(values.stream());
    }

    private static Total active(List<DayRow> days) {
        List<Double> known = new ArrayList<>();
        for (DayRow day : days) {
            Double minutes = day.derived(ACTIVE).value();
            if (minutes != null) {
                known.add(minutes);
            }
        }
        return new Total(
                known.isEmpty()
                        ? null
                        : (Double)
                                known.stream().mapToDouble(Double::doubleValue).sum(),
                known.size());
    }
}
