package dev.daystream.query;

import dev.daystream.derive.Figure.Stretch;
import dev.daystream.derive.Figure.Working;
import dev.daystream.figures.DerivedDays;
import dev.daystream.figures.Explanation;
import dev.daystream.figures.Told;
import dev.daystream.metrics.DerivedCatalog;
import dev.daystream.metrics.DerivedMetric;
import dev.daystream.query.UsualValues.Usual;
import dev.daystream.store.DirectoryReader.Entry;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Derived figures by local day; those that no longer hold are made again before they are told. */
public final class DerivedQuery {
    private final ParticipantDays days;
    private final DerivedDays derived;
    private final DerivedCatalog catalog;
    private final DataReasonsReader reasons;

    /**
     * Figures of some days, as columns of the same length.
     *
     * @param participant whose
     * @param from first date
     * @param to last date, included
     * @param dates every date from first to last, with a value or not
     * @param metrics one for each figure
     * @param next cursor of the next page, or null
     */
    public record Page(
            long participant,
            LocalDate from,
            LocalDate to,
            List<LocalDate> dates,
            List<Column> metrics,
            @Nullable String next) {}

    /**
     * One figure over the dates of the page.
     *
     * @param key of the figure
     * @param name words for people
     * @param unit UCUM code
     * @param display how people write the unit
     * @param decimals digits after the point that mean something
     * @param version of the formula
     * @param values null where there is none
     * @param coverage how much of what they are made from was there, 0 to 1; null without a value, and where nobody knows
     * @param reasons why there is no value; null where there is one
     * @param missing keys of the inputs that are missing or too short; null where none is
     * @param usual what was usual in the days before
     * @param revisions the revisions of the deliveries below, added up; 0 where there is none
     * @param computedAt when each was made, in epoch milliseconds
     */
    public record Column(
            String key,
            String name,
            String unit,
            String display,
            int decimals,
            int version,
            List<@Nullable Double> values,
            List<@Nullable Double> coverage,
            List<@Nullable String> reasons,
            List<@Nullable List<String>> missing,
            UsualColumns usual,
            List<Long> revisions,
            List<Long> computedAt) {}

    /**
     * Usual values of each date, from the participant's own values of the {@value UsualValues#DAYS} days before it; null where fewer than
     * {@value UsualValues#LEAST} of these have one.
     *
     * @param mean their mean
     * @param deviation their standard deviation (n - 1)
     * @param days how many days have a value
     */
    public record UsualColumns(
            List<@Nullable Double> mean, List<@Nullable Double> deviation, List<@Nullable Integer> days) {}

    /**
     * How one figure came about.
     *
     * @param participant whose
     * @param date local day
     * @param figure what the list says of it
     * @param value or null
     * @param coverage 0 to 1; null without a value, and where nobody knows
     * @param reason why there is no value, or null
     * @param missing keys of the inputs that are missing or too short; null if none is
     * @param computedAt when it was made, in epoch milliseconds
     * @param workings what the formula found on the way
     * @param stretches time that was used
     * @param inputs what it was made from
     */
    public record Explained(
            long participant,
            LocalDate date,
            DerivedList.Entry figure,
            @Nullable Double value,
            @Nullable Double coverage,
            @Nullable String reason,
            @Nullable List<String> missing,
            @Nullable Long computedAt,
            List<Working> workings,
            List<Stretch> stretches,
            List<Explanation.Below> inputs) {}

    DerivedQuery(ParticipantDays days, DerivedDays derived, DataReasonsReader reasons) {
        this.days = days;
        this.reasons = reasons;
        this.derived = derived;
        this.catalog = derived.catalog();
    }

    /** Returns all figures that there are. */
    public DerivedList list() {
        return DerivedList.of(catalog);
    }

    /**
     * Returns a page of figures.
     *
     * @param keys of the figures; all if there is none
     * @return fails with {@link InvalidParametersException} or {@link NoSuchParticipantException}
     */
    public Future<Page> page(DatesRequest request, List<String> keys) {
        List<DerivedMetric> metrics = keys.isEmpty()
                ? catalog.metrics()
                : keys.stream().distinct().map(key -> find("metrics", key)).toList();
        String kind = metrics.stream().map(DerivedMetric::key).collect(Collectors.joining(",", "derived|", ""));
        return days.window(kind, request).compose(found -> {
            DateWindow window = found.window();
            LocalDate first = window.first().minusDays(UsualValues.DAYS);
            return entry(request.participant())
                    .compose(entry -> derived.read(entry, first, window.last(), metrics, false)
                            .compose(answer -> reasons.read(entry, lacking(entry, window, answer))
                                    .map(why -> page(entry, window, metrics, answer, why))));
        });
    }

    /** Returns how a figure came about; fails with {@link InvalidParametersException} or {@link NoSuchParticipantException}. */
    public Future<Explained> explain(long participant, String key, String date) {
        DerivedMetric metric = find("metric", key);
        LocalDate day = Bound.parseDate("date", date);
        return entry(participant)
                .compose(entry -> derived.explain(entry, metric, day).compose(explanation -> {
                    Told told = explanation.told();
                    List<Told> lacking = told == null || told.value() != null || DayQuery.outside(entry, day) != null
                            ? List.of()
                            : List.of(told);
                    return reasons.read(entry, lacking).map(why -> explained(entry, day, explanation, why));
                }));
    }

    private Future<Entry> entry(long participant) {
        return derived.find(participant)
                .map(found -> found.orElseThrow(() -> new NoSuchParticipantException(Set.of(participant))));
    }

    private DerivedMetric find(String parameter, String key) {
        DerivedMetric metric = catalog.find(key);
        if (metric == null) {
            throw new InvalidParametersException(
                    parameter, "there is no derived figure '" + key + "'; /derived-metrics lists them");
        }
        return metric;
    }

    /** Returns the figures without a value of the days of a page that count. */
    private static List<Told> lacking(Entry entry, DateWindow window, DerivedDays.Answer answer) {
        return answer.figures().values().stream()
                .flatMap(figures -> figures.values().stream())
                .filter(told -> told.value() == null
                        && !told.date().isBefore(window.first())
                        && DayQuery.outside(entry, told.date()) == null)
                .toList();
    }

    private static Page page(
            Entry entry, DateWindow window, List<DerivedMetric> metrics, DerivedDays.Answer answer, DataReasons why) {
        List<LocalDate> dates =
                window.first().datesUntil(window.last().plusDays(1)).toList();
        List<Column> columns = metrics.stream()
                .map(metric -> column(entry, metric, dates, answer.figures().getOrDefault(metric.key(), Map.of()), why))
                .toList();
        return new Page(entry.participant().id(), window.first(), window.last(), dates, columns, window.next());
    }

    private static Column column(
            Entry entry, DerivedMetric metric, List<LocalDate> dates, Map<LocalDate, Told> figures, DataReasons why) {
        Column column = new Column(
                metric.key(),
                metric.name(),
                metric.unit(),
                metric.display(),
                metric.decimals(),
                metric.version(),
                new ArrayList<>(dates.size()),
                new ArrayList<>(dates.size()),
                new ArrayList<>(dates.size()),
                new ArrayList<>(dates.size()),
                new UsualColumns(
                        new ArrayList<>(dates.size()), new ArrayList<>(dates.size()), new ArrayList<>(dates.size())),
                new ArrayList<>(dates.size()),
                new ArrayList<>(dates.size()));
        for (LocalDate date : dates) {
            Told told = figures.get(date);
            if (told == null) {
                throw new IllegalStateException("There is no figure " + metric.key() + " of " + date);
            }
            Reason outside = DayQuery.outside(entry, date);
            column.values().add(outside == null ? told.value() : null);
            column.coverage().add(outside == null ? told.coverage() : null);
            column.reasons().add(outside == null ? why.of(told) : outside.key());
            column.missing().add(outside == null ? named(told.missing()) : null);
            column.revisions().add(told.revisions());
            column.computedAt().add(told.computedAt().toEpochMilli());
        }
        addUsual(column.usual(), values(entry, dates.get(0), figures), column.values());
        return column;
    }

    /** Returns the values of the days before a date that count, one for each. */
    private static List<@Nullable Double> values(Entry entry, LocalDate first, Map<LocalDate, Told> figures) {
        List<@Nullable Double> values = new ArrayList<>();
        for (LocalDate date = first.minusDays(UsualValues.DAYS); date.isBefore(first); date = date.plusDays(1)) {
            Told told = DayQuery.outside(entry, date) == null ? figures.get(date) : null;
            values.add(told == null ? null : told.value());
        }
        return values;
    }

    private static void addUsual(UsualColumns to, List<@Nullable Double> before, List<@Nullable Double> values) {
        List<@Nullable Double> all = new ArrayList<>(before);
        all.addAll(values);
        for (int i = before.size(); i < all.size(); i++) {
            Usual usual = UsualValues.at(all, i);
            to.mean().add(usual == null ? null : (Double) usual.mean());
            to.deviation().add(usual == null ? null : (Double) usual.deviation());
            to.days().add(usual == null ? null : (Integer) usual.days());
        }
    }

    private static @Nullable List<String> named(List<String> missing) {
        return missing.isEmpty() ? null : missing;
    }

    private Explained explained(Entry entry, LocalDate date, Explanation explanation, DataReasons why) {
        Reason outside = DayQuery.outside(entry, date);
        Told told = outside == null ? explanation.told() : null;
        return new Explained(
                entry.participant().id(),
                date,
                DerivedList.entry(catalog, explanation.metric()),
                told == null ? null : told.value(),
                told == null ? null : told.coverage(),
                outside != null ? outside.key() : told == null ? null : why.of(told),
                told == null ? null : named(told.missing()),
                explanation.told() == null
                        ? null
                        : explanation.told().computedAt().toEpochMilli(),
                explanation.figure().workings(),
                explanation.figure().stretches(),
                explanation.inputs());
    }
}
