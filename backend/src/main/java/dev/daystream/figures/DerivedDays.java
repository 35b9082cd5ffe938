package dev.daystream.figures;

import dev.daystream.metrics.Catalog;
import dev.daystream.metrics.DerivedCatalog;
import dev.daystream.metrics.DerivedMetric;
import dev.daystream.metrics.DerivedMetric.Input;
import dev.daystream.store.Database;
import dev.daystream.store.DerivedStore;
import dev.daystream.store.DerivedStore.Kept;
import dev.daystream.store.DirectoryReader;
import dev.daystream.store.DirectoryReader.Entry;
import dev.daystream.store.HeartRateZoneStore;
import dev.daystream.store.SeriesReader;
import dev.daystream.store.SleepReader;
import dev.daystream.store.WearStore;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Derived figures of participants: those that are kept and still hold, else made anew and kept.
 *
 * <p>What a figure rests on is read before it is made. A delivery that takes effect meanwhile therefore leaves it marked with the state
 * before, and the next reader makes it again: no stale figure is ever told as one that holds. Safe for use by several threads.
 */
public final class DerivedDays {
    private final DerivedCatalog catalog;
    private final Feeds feeds;
    private final DirectoryReader directory;
    private final HeartRateZoneStore heartRateZones;
    private final DerivedStore store;
    private final Making making;

    /**
     * Figures of some days.
     *
     * @param figures by key of the figure, in the order asked, and by date
     * @param made how many had to be made
     */
    public record Answer(Map<String, Map<LocalDate, Told>> figures, int made) {}

    DerivedDays(
            DerivedCatalog catalog,
            Feeds feeds,
            DirectoryReader directory,
            HeartRateZoneStore heartRateZones,
            DerivedStore store,
            Making making) {
        this.catalog = catalog;
        this.feeds = feeds;
        this.directory = directory;
        this.heartRateZones = heartRateZones;
        this.store = store;
        this.making = making;
    }

    /** Makes figures on a database by the list that this build was made with. */
    public static DerivedDays of(Database database, Catalog catalog, Clock clock) {
        return of(database, catalog, DerivedCatalog.bundled(), clock);
    }

    /** As above, by another list. */
    public static DerivedDays of(Database database, Catalog catalog, DerivedCatalog derived, Clock clock) {
        DayInputs inputs = new DayInputs(
                new SeriesReader(database), new SleepReader(database), new WearReader(new WearStore(database)));
        return new DerivedDays(
                derived,
                new Feeds(catalog, derived),
                new DirectoryReader(database),
                new HeartRateZoneStore(database),
                new DerivedStore(database),
                new Making(derived, inputs, new DerivedStore(database), database, clock));
    }

    /** Returns the list of figures. */
    public DerivedCatalog catalog() {
        return catalog;
    }

    /** Returns who there is of that number, as the database has them now. */
    public Future<Optional<Entry>> find(long participant) {
        return directory.find(List.of(participant)).map(found -> found.stream().findFirst());
    }

    /**
     * Returns figures of every day from {@code first} to {@code last}.
     *
     * @param entry whose, as the database has them now
     * @param anew makes also those again that still hold
     */
    public Future<Answer> read(
            Entry entry, LocalDate first, LocalDate last, List<DerivedMetric> metrics, boolean anew) {
        Map<DerivedMetric, Integer> back = back(metrics);
        LocalDate earliest = first.minusDays(
                back.values().stream().mapToInt(Integer::intValue).max().orElse(0));
        return known(entry, earliest, last, List.copyOf(back.keySet())).compose(known -> {
            Map<DerivedMetric, List<LocalDate>> missing = new LinkedHashMap<>();
            back.forEach((metric, days) -> missing.put(
                    metric,
                    first.minusDays(days)
                            .datesUntil(last.plusDays(1))
                            .filter(date -> !known.holds(metric, date, anew && !date.isBefore(first)))
                            .toList()));
            return making.make(known, missing).map(made -> answer(known, metrics, first, last, made));
        });
    }

    /** Returns what makes up one figure: how it was made, and the deliveries below it. */
    public Future<Explanation> explain(Entry entry, DerivedMetric metric, LocalDate date) {
        return read(entry, date, date, List.of(metric), false).compose(answer -> {
            Told told = answer.figures().getOrDefault(metric.key(), Map.of()).get(date);
            Map<DerivedMetric, Integer> back = back(List.of(metric));
            int reach = back.values().stream().mapToInt(Integer::intValue).max().orElse(0);
            return known(entry, date.minusDays(reach), date, List.copyOf(back.keySet()))
                    .compose(known -> making.figure(known, metric, date)
                            .compose(figure -> new Deliveries(store, feeds, catalog)
                                    .below(entry, metric, date)
                                    .map(below -> new Explanation(metric, told, figure, below))));
        });
    }

    private Future<Known> known(Entry entry, LocalDate first, LocalDate last, List<DerivedMetric> metrics) {
        long id = entry.participant().id();
        LocalDate[] reach = InputStates.reach(catalog, metrics, first, last);
        var settings = heartRateZones.of(id);
        var revisions = store.revisions(id, reach[0], reach[1], feeds.all());
        var kept = store.kept(
                id, first, last, metrics.stream().map(DerivedMetric::id).toList());
        return Future.all(settings, revisions, kept).map(done -> {
            Subject subject = new Subject(entry, settings.result());
            InputStates states = new InputStates(catalog, feeds, subject, reach[0], reach[1], revisions.result());
            Map<Integer, Map<LocalDate, Kept>> byMetric = new HashMap<>();
            for (Kept one : kept.result()) {
                byMetric.computeIfAbsent(one.metric(), id2 -> new HashMap<>()).put(one.date(), one);
            }
            return new Known(subject, states, byMetric);
        });
    }

    /** Returns the figures to look at and how many days before the first: those asked for, and those that they are made from. */
    private Map<DerivedMetric, Integer> back(List<DerivedMetric> asked) {
        Map<String, Integer> days = new HashMap<>();
        asked.forEach(metric -> days.put(metric.key(), 0));
        List<DerivedMetric> all = catalog.metrics();
        for (int i = all.size() - 1; i >= 0; i--) {
            Integer before = days.get(all.get(i).key());
            if (before != null) {
                for (Input input : all.get(i).inputs()) {
                    if (input.derived() != null) {
                        days.merge(input.derived(), before - input.from(), Math::max);
                    }
                }
            }
        }
        Map<DerivedMetric, Integer> inOrder = new LinkedHashMap<>();
        all.stream()
                .filter(metric -> days.containsKey(metric.key()))
                .forEach(metric -> inOrder.put(metric, days.getOrDefault(metric.key(), 0)));
        return inOrder;
    }

    private static Answer answer(Known known, List<DerivedMetric> metrics, LocalDate first, LocalDate last, int made) {
        Map<String, Map<LocalDate, Told>> figures = new LinkedHashMap<>();
        long days = ChronoUnit.DAYS.between(first, last) + 1;
        for (DerivedMetric metric : metrics) {
            Map<LocalDate, Told> byDate = new HashMap<>();
            for (long day = 0; day < days; day++) {
                LocalDate date = first.plusDays(day);
                Kept kept = known.kept(metric, date);
                if (kept != null) {
                    byDate.put(date, Told.of(kept));
                }
            }
            figures.put(metric.key(), byDate);
        }
        return new Answer(figures, made);
    }
}
