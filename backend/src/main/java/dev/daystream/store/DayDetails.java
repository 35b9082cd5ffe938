package dev.daystream.store;

import dev.daystream.model.Change;
import dev.daystream.model.DailyValue;
import dev.daystream.model.HeartRateZone;
import dev.daystream.model.ParsedDay;
import dev.daystream.model.SleepSession;
import dev.daystream.model.SleepStage;
import dev.daystream.model.Workout;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a day says besides samples.
 *
 * @param daily daily figures
 * @param sleep sleeps, their stages in order of time
 * @param zones heart-rate zones
 * @param workouts logged activities
 */
record DayDetails(List<DailyValue> daily, List<SleepSession> sleep, List<HeartRateZone> zones, List<Workout> workouts) {
    static final DayDetails NONE = new DayDetails(List.of(), List.of(), List.of(), List.of());

    static DayDetails of(ParsedDay day) {
        return new DayDetails(
                day.daily(), day.sleep().stream().map(DayDetails::inOrder).toList(), day.zones(), day.workouts());
    }

    private static SleepSession inOrder(SleepSession one) {
        return new SleepSession(
                one.id(),
                one.start(),
                one.end(),
                one.main(),
                one.classic(),
                one.minutesAsleep(),
                one.minutesAwake(),
                one.minutesInBed(),
                one.efficiency(),
                one.infoCode(),
                inOrder(one.stages()),
                inOrder(one.shortWakes()));
    }

    static List<SleepStage> inOrder(List<SleepStage> stages) {
        return stages.stream()
                .sorted(Comparator.comparing(SleepStage::start).thenComparing(SleepStage::seconds))
                .toList();
    }

    /** Returns what turns these details into the others; nothing for what stays as it is. */
    List<Change> to(DayDetails after) {
        List<Change> changes = new ArrayList<>(figures(after));
        changes.add(records(Change.Kind.SLEEP, sleep, after.sleep, SleepSession::id));
        changes.add(records(Change.Kind.ZONES, zones, after.zones, HeartRateZone::name));
        changes.add(records(Change.Kind.WORKOUTS, workouts, after.workouts, Workout::id));
        return changes.stream().filter(change -> !change.isNone()).toList();
    }

    private List<Change> figures(DayDetails after) {
        Map<String, Double> old = figures(daily);
        Map<String, Double> now = figures(after.daily);
        Set<String> metrics = new LinkedHashSet<>(old.keySet());
        metrics.addAll(now.keySet());
        return metrics.stream()
                .map(metric -> figure(metric, old.get(metric), now.get(metric)))
                .toList();
    }

    private static Map<String, Double> figures(List<DailyValue> values) {
        Map<String, Double> figures = new LinkedHashMap<>();
        values.forEach(value -> figures.put(value.metric(), value.value()));
        return figures;
    }

    private static Change figure(String metric, @Nullable Double before, @Nullable Double after) {
        return new Change(
                Change.Kind.FIGURE,
                metric,
                before == null ? 1 : 0,
                after == null ? 1 : 0,
                before != null && after != null && Double.compare(before, after) != 0 ? 1 : 0,
                before,
                after);
    }

    private static <T> Change records(Change.Kind kind, List<T> before, List<T> after, Function<T, String> key) {
        Map<String, List<T>> old = before.stream().collect(Collectors.groupingBy(key));
        Map<String, List<T>> now = after.stream().collect(Collectors.groupingBy(key));
        int common = 0;
        int changed = 0;
        for (Map.Entry<String, List<T>> one : old.entrySet()) {
            List<T> other = now.get(one.getKey());
            if (other != null) {
                common++;
                changed += other.equals(one.getValue()) ? 0 : 1;
            }
        }
        return new Change(kind, null, now.size() - common, old.size() - common, changed, null, null);
    }
}
