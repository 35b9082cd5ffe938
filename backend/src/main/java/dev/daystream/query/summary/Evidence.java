package dev.daystream.query.summary;

import dev.daystream.query.Expectation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind the value of a range.
 *
 * @param coverage 0 to 1, or null
 * @param unit what the next two count; null where nothing is counted
 * @param present how much of what is counted is there
 * @param expected how much is expected; 0 where nothing is counted
 * @param basis what the values are made from, or null without any
 */
record Evidence(
        @Nullable Double coverage,
        Expectation.@Nullable Unit unit,
        long present,
        long expected,
        @Nullable String basis) {
    /** Returns what stands behind days with a value: of those whose coverage is known, else what is counted of all. */
    static Evidence of(List<DayPoint> known) {
        List<DayPoint> covered =
                known.stream().filter(point -> point.coverage() != null).toList();
        List<DayPoint> counted = covered.isEmpty() ? known : covered;
        long present = counted.stream().mapToLong(DayPoint::present).sum();
        long expected = counted.stream().mapToLong(DayPoint::expected).sum();
        Double coverage = covered.isEmpty()
                ? null
                : expected > 0
                        ? (Double) Math.min(1, (double) present / expected)
                        : Means.of(covered.stream().map(DayPoint::coverage));
        List<String> bases = known.stream()
                .map(point -> String.valueOf(point.basis()))
                .distinct()
                .toList();
        return new Evidence(
                coverage,
                unit(counted),
                present,
                expected,
                bases.isEmpty() ? null : bases.size() == 1 ? bases.get(0) : "mixed");
    }

    private static Expectation.@Nullable Unit unit(List<DayPoint> points) {
        for (DayPoint point : points) {
            if (point.unit() != null) {
                return point.unit();
            }
        }
        return null;
    }
}
