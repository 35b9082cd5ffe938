package dev.daystream.figures;

import dev.daystream.derive.DayFormulas;
import dev.daystream.derive.DayInput;
import dev.daystream.derive.Figure;
import dev.daystream.derive.Shortfall;
import dev.daystream.derive.SleepCalendar;
import dev.daystream.derive.SleepRegularity;
import dev.daystream.derive.VariabilityTrend;
import dev.daystream.metrics.DerivedCatalog;
import dev.daystream.metrics.DerivedMetric;
import dev.daystream.metrics.DerivedMetric.Input;
import dev.daystream.store.Database;
import dev.daystream.store.DerivedStore;
import dev.daystream.store.DerivedStore.Kept;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes figures and keeps them: first those of single days, then those of sleep over a week, then those of figures. */
final class Making {
    private static final String REGULARITY = "sleep_regularity";
    /** Days whose samples are in memory at once. */
    private static final int BATCH = 8;

    private final DerivedCatalog catalog;
    private final DayInputs inputs;
    private final DerivedStore store;
    private final Database database;
    private final Clock clock;
    private final DayFormulas formulas;
    private final SleepRegularity regularity;
    private final VariabilityTrend trend;

    Making(DerivedCatalog catalog, DayInputs inputs, DerivedStore store, Database database, Clock clock) {
        this.catalog = catalog;
        this.inputs = inputs;
        this.store = store;
        this.database = database;
        this.clock = clock;
        this.formulas = new DayFormulas(catalog);
        this.regularity = new SleepRegularity(catalog);
        this.trend = new VariabilityTrend(catalog);
    }

    /** Makes what is missing, by figure; the known takes it. Returns how many figures were made from something that is there. */
    Future<Integer> make(Known known, Map<DerivedMetric, List<LocalDate>> missing) {
        Map<LocalDate, List<DerivedMetric>> ofDays = new HashMap<>();
        List<Kept> made = new ArrayList<>();
        missing.forEach((metric, dates) -> dates.forEach(date -> {
            if (known.states().inputs(metric, date) == 0) {
                known.take(kept(known, metric, date, undelivered(metric)));
            } else if (isOfDay(metric)) {
                ofDays.computeIfAbsent(date, day -> new ArrayList<>()).add(metric);
            }
        }));
        List<LocalDate> dates = List.copyOf(new TreeSet<>(ofDays.keySet()));
        return days(known, dates, ofDays, made)
                .compose(done -> regular(known, missing, made))
                .compose(done -> {
                    trends(known, missing, made);
                    return store.keep(known.subject().id(), made);
                })
                .map(done -> made.size());
    }

    /** Makes one figure and tells how, without keeping it; what it is made from holds already. */
    Future<Figure> figure(Known known, DerivedMetric metric, LocalDate date) {
        if (known.states().inputs(metric, date) == 0) {
            return Future.succeededFuture(undelivered(metric));
        }
        if (metric.key().equals(REGULARITY)) {
            return regular(known, List.of(date)).map(figures -> Objects.requireNonNull(figures.get(date)));
        }
        if (!isOfDay(metric)) {
            return Future.succeededFuture(figure(trend.of(nights(known, metric, date)), metric));
        }
        return inputs.read(known.subject(), List.of(date), keys(List.of(metric)), known.states())
                .map(days -> figure(formulas.of(days.get(0)), metric));
    }

    private Future<Void> days(
            Known known, List<LocalDate> dates, Map<LocalDate, List<DerivedMetric>> asked, List<Kept> made) {
        if (dates.isEmpty()) {
            return Future.succeededFuture();
        }
        List<LocalDate> now = dates.subList(0, Math.min(BATCH, dates.size()));
        List<DerivedMetric> metrics = now.stream()
                .flatMap(date -> asked.getOrDefault(date, List.of()).stream())
                .distinct()
                .toList();
        return inputs.read(known.subject(), now, keys(metrics), known.states())
                .compose(days ->
                        database.compute(() -> days.stream().collect(Collectors.toMap(DayInput::date, formulas::of))))
                .compose(figures -> {
                    for (LocalDate date : now) {
                        for (DerivedMetric metric : asked.getOrDefault(date, List.of())) {
                            Map<String, Figure> ofDate = Objects.requireNonNull(figures.get(date));
                            take(known, metric, date, figure(ofDate, metric), made);
                        }
                    }
                    return days(known, dates.subList(now.size(), dates.size()), asked, made);
                });
    }

    private Future<Void> regular(Known known, Map<DerivedMetric, List<LocalDate>> missing, List<Kept> made) {
        DerivedMetric metric = catalog.find(REGULARITY);
        List<LocalDate> dates = metric == null ? List.of() : made(known, metric, missing);
        if (metric == null || dates.isEmpty()) {
            return Future.succeededFuture();
        }
        return regular(known, dates).map(figures -> {
            dates.forEach(date -> take(known, metric, date, Objects.requireNonNull(figures.get(date)), made));
            return null;
        });
    }

    /** Returns the regularity of some dates, in order; each is made from its own window alone. */
    private Future<Map<LocalDate, Figure>> regular(Known known, List<LocalDate> dates) {
        long nights = (long) catalog.get(REGULARITY).parameter("nights");
        LocalDate first = dates.get(0).minusDays(nights);
        return inputs.sleeps(known.subject(), first, dates.get(dates.size() - 1))
                .compose(sleeps -> database.compute(() -> {
                    Map<LocalDate, Figure> figures = new HashMap<>();
                    for (LocalDate date : dates) {
                        LocalDate from = date.minusDays(nights);
                        SleepCalendar calendar = new SleepCalendar(
                                known.subject().zones(), from, date, sleeps.subMap(from, true, date, true));
                        figures.put(date, regularity.of(calendar, date));
                    }
                    return figures;
                }));
    }

    private static Figure undelivered(DerivedMetric metric) {
        return Figure.none(
                Shortfall.NOT_DELIVERED,
                metric.inputs().stream().map(Input::key).toList());
    }

    private void trends(Known known, Map<DerivedMetric, List<LocalDate>> missing, List<Kept> made) {
        for (DerivedMetric metric : missing.keySet()) {
            if (!isOfDay(metric) && !metric.key().equals(REGULARITY)) {
                for (LocalDate date : made(known, metric, missing)) {
                    take(known, metric, date, figure(trend.of(nights(known, metric, date)), metric), made);
                }
            }
        }
    }

    /** Returns the dates of a figure that are missing and have something to be made from. */
    private static List<LocalDate> made(
            Known known, DerivedMetric metric, Map<DerivedMetric, List<LocalDate>> missing) {
        return missing.getOrDefault(metric, List.of()).stream()
                .filter(date -> known.states().inputs(metric, date) > 0)
                .toList();
    }

    private List<@Nullable Double> nights(Known known, DerivedMetric metric, LocalDate date) {
        List<@Nullable Double> nights = new ArrayList<>();
        Input input = metric.inputs().get(0);
        DerivedMetric below = catalog.get(input.key());
        for (int day = input.from(); day <= input.to(); day++) {
            Kept kept = known.kept(below, date.plusDays(day));
            nights.add(kept == null ? null : kept.value());
        }
        return nights;
    }

    private void take(Known known, DerivedMetric metric, LocalDate date, Figure figure, List<Kept> made) {
        Kept kept = kept(known, metric, date, figure);
        known.take(kept);
        made.add(kept);
    }

    private Kept kept(Known known, DerivedMetric metric, LocalDate date, Figure figure) {
        return new Kept(
                date,
                metric.id(),
                metric.version(),
                figure.value(),
                coverage(figure),
                figure.reason() == null ? null : figure.reason().key(),
                figure.missing(),
                known.states().inputs(metric, date),
                known.states().settings(metric, date),
                clock.instant());
    }

    /** As exact as it is kept, so that it is told alike before and after. */
    private static @Nullable Double coverage(Figure figure) {
        Double coverage = figure.coverage();
        return coverage == null ? null : (Double) (double) coverage.floatValue();
    }

    private static Figure figure(Map<String, Figure> figures, DerivedMetric metric) {
        Figure figure = figures.get(metric.key());
        if (figure == null) {
            throw new IllegalStateException("No formula makes the figure " + metric.key());
        }
        return figure;
    }

    private static Set<String> keys(List<DerivedMetric> metrics) {
        return metrics.stream()
                .flatMap(metric -> metric.inputs().stream())
                .map(Input::key)
                .collect(Collectors.toSet());
    }

    private static boolean isOfDay(DerivedMetric metric) {
        return !metric.key().equals(REGULARITY) && metric.inputs().stream().allMatch(input -> input.derived() == null);
    }
}
