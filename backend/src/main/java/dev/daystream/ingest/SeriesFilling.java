package dev.daystream.ingest;

import dev.daystream.impute.Estimate;
import dev.daystream.impute.Gap;
import dev.daystream.impute.GapRules;
import dev.daystream.impute.GapRules.Refusal;
import dev.daystream.impute.Hole;
import dev.daystream.impute.Imputer;
import dev.daystream.impute.Material;
import dev.daystream.impute.MinuteGrid;
import dev.daystream.metrics.Metric;
import dev.daystream.model.SeriesInfo;
import dev.daystream.model.TimeRange;
import dev.daystream.store.ImputedDays.Basis;
import dev.daystream.store.ImputedDays.Day;
import dev.daystream.store.ImputedDays.Values;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Fills the holes of some days of one series, as far as the rules allow. Pure computation. */
final class SeriesFilling {
    private static final long MINUTE_MILLIS = 60_000;

    private final Imputer method;
    private final GapRules rules;
    private final SeriesInfo series;
    private final Material material;
    private final Map<LocalDate, List<Hole>> holes = new TreeMap<>();
    private final Map<LocalDate, Map<String, Integer>> refused = new TreeMap<>();

    SeriesFilling(Imputer method, GapRules rules, SeriesInfo series, Material material) {
        this.method = method;
        this.rules = rules;
        this.series = series;
        this.material = material;
    }

    /** Returns the days, with values for the holes that begin on them. */
    List<Day> days(Map<LocalDate, Basis> bases) {
        bases.forEach((date, basis) -> look(date, basis.bounds()));
        List<Gap> gaps =
                holes.values().stream().flatMap(List::stream).map(Hole::gap).toList();
        List<Estimate> estimates = gaps.isEmpty() ? List.of() : method.fill(material, gaps);
        if (estimates.size() != gaps.size()) {
            throw new IllegalStateException(
                    method.key() + " answered " + estimates.size() + " of " + gaps.size() + " gaps");
        }
        List<Day> days = new ArrayList<>();
        int next = 0;
        for (Map.Entry<LocalDate, List<Hole>> day : holes.entrySet()) {
            LocalDate date = day.getKey();
            int count = day.getValue().size();
            Basis basis = bases.get(date);
            if (basis != null) {
                days.add(day(date, basis, day.getValue(), estimates.subList(next, next + count)));
            }
            next += count;
        }
        return days;
    }

    private void look(LocalDate date, TimeRange bounds) {
        MinuteGrid grid = material.values();
        List<Hole> fillable = new ArrayList<>();
        Map<String, Integer> reasons = new TreeMap<>();
        for (Hole hole : Hole.in(
                grid, bounds.startMillis() / MINUTE_MILLIS, bounds.endMillis() / MINUTE_MILLIS, series.cadence())) {
            Refusal refusal = rules.refusal(hole);
            if (refusal == null) {
                fillable.add(hole);
            } else {
                reasons.merge(refusal.key(), 1, Integer::sum);
            }
        }
        holes.put(date, fillable);
        refused.put(date, reasons);
    }

    private Day day(LocalDate date, Basis basis, List<Hole> found, List<Estimate> estimates) {
        Map<String, Integer> reasons = refused.getOrDefault(date, Map.of());
        ValueColumns columns = new ValueColumns(rules.metric(), series.cadence());
        @Nullable TimeRange reach = null;
        int filled = 0;
        for (int i = 0; i < found.size(); i++) {
            Hole hole = found.get(i);
            if (columns.add(hole, estimates.get(i))) {
                filled++;
                TimeRange bridged =
                        TimeRange.ofMillis(hole.before() * MINUTE_MILLIS, (hole.after() + 1) * MINUTE_MILLIS);
                reach = reach == null ? bridged : reach.hull(bridged);
            } else {
                reasons.merge(Refusal.NO_ESTIMATE.key(), 1, Integer::sum);
            }
        }
        return new Day(date, basis, filled, reasons, columns.values(), reach);
    }

    /** Columns of values that grow; what a method says is cut to what is credible. */
    private static final class ValueColumns {
        private final List<long[]> minutes = new ArrayList<>();
        private final List<float[][]> values = new ArrayList<>();
        private final double lowest;
        private final double highest;

        ValueColumns(Metric metric, int cadence) {
            lowest = metric.lowest();
            highest = metric.highest(Math.max(60, cadence));
        }

        /** Adds the values of a hole; leaves it out, and says so, if one is missing. */
        boolean add(Hole hole, Estimate estimate) {
            long[] wanted = hole.minutes();
            float[][] columns = new float[3][wanted.length];
            for (int i = 0; i < wanted.length; i++) {
                int at = (int) (wanted[i] - estimate.gap().firstMinute());
                columns[0][i] = credible(estimate.values()[at]);
                columns[1][i] = credible(estimate.lower()[at]);
                columns[2][i] = credible(estimate.upper()[at]);
                if (Float.isNaN(columns[0][i] + columns[1][i] + columns[2][i])) {
                    return false;
                }
            }
            minutes.add(wanted);
            values.add(columns);
            return true;
        }

        private float credible(double value) {
            return (float) Math.max(lowest, Math.min(highest, value));
        }

        Values values() {
            int size = minutes.stream().mapToInt(some -> some.length).sum();
            Values all = new Values(new long[size], new float[size], new float[size], new float[size]);
            int at = 0;
            for (int i = 0; i < minutes.size(); i++) {
                int count = minutes.get(i).length;
                System.arraycopy(minutes.get(i), 0, all.minutes(), at, count);
                System.arraycopy(values.get(i)[0], 0, all.values(), at, count);
                System.arraycopy(values.get(i)[1], 0, all.lower(), at, count);
                System.arraycopy(values.get(i)[2], 0, all.upper(), at, count);
                at += count;
            }
            return all;
        }
    }
}
