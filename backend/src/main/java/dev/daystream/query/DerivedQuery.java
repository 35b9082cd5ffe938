package dev.daystream.query;

import dev.daystream.derive.Figure.Stretch;
import dev.daystream.derive.Figure.Working;
import dev.daystream.figures.DerivedDays;
import dev.daystream.figures.Explanation;
import dev.daystream.figures.Told;
import dev.daystream.metrics.DerivedCatalog;
import dev.daystream.metrics.DerivedMetric;
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
     * @param coverage how much of what they are made from was there, 0 to 1
     * @param reasons why there is no value; null where there is one
     * @param missing keys of inputs that are missing or too short; null where none is named
     * @param usual what was usual on each date
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
            List<Double> coverage,
            List<@Nullable String> reasons,
            List<@Nullable List<String>> missing,
            Usual usual,
            List<Long> revisions,
            List<Long> computedAt) {}

    /**
     * The participant's own values of the 30 days before each date; null with fewer than five.
     *
     * @param mean arithmetic mean
     * @param deviation standard deviation
     * @param days how many have a value
     */
    public record Usual(List<@Nullable Double> mean, List<@Nullable Double> deviation, List<@Nullable Integer> days) {}

    /**
     * How one figure came about.
     *
     * @param participant whose
     * @param date local day
     * @param figure what the list says of it
     * @param value or null
     * @param coverage 0 to 1
     * @param reason why there is no value, or null
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
            double coverage,
            @Nullable String reason,
            @Nullable Long computedAt,
            List<Working> workings,
            List<Stretch> stretches,
            List<Explanation.Below> inputs) {}

    DerivedQuery(ParticipantDays days, DerivedDays derived) {
        this.days = days;
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
            return entry(request.participant())
                    .compose(entry -> derived.read(
                                    entry, window.first().minusDays(UsualValues.DAYS), window.last(), metrics, false)
                            .map(answer -> page(entry, window, metrics, answer)));
        });
    }

    /** Returns how a figure came about; fails with {@link InvalidParametersException} or {@link NoSuchParticipantException}. */
    public Future<Explained> explain(long participant, String key, String date) {
        DerivedMetric metric = find("metric", key);
        LocalDate day = Bound.parseDate("date", date);
        return entry(participant)
                .compose(entry ->
                        derived.explain(entry, metric, day).map(explanation -> explained(entry, day, explanation)));
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

    private static Page page(Entry entry, DateWindow window, List<DerivedMetric> metrics, DerivedDays.Answer answer) {
        List<LocalDate> dates =
                window.first().datesUntil(window.last().plusDays(1)).toList();
        List<Column> columns = metrics.stream()
                .map(metric -> column(entry, metric, dates, answer.figures().getOrDefault(metric.key(), Map.of())))
                .toList();
        return new Page(entry.participant().id(), window.first(), window.last(), dates, columns, window.next());
    }

    private static Column column(
            Entry entry, DerivedMetric metric, List<LocalDate> dates, Map<LocalDate, Told> figures) {
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
                usual(entry, dates, figures),
                new ArrayList<>(dates.size()),
                new ArrayList<>(dates.size()));
        for (LocalDate date : dates) {
            Told told = figures.get(date);
            if (told == null) {
                throw new IllegalStateException("There is no figure " + metric.key() + " of " + date);
            }
            Reason outside = DayQuery.outside(entry, date);
            column.values().add(outside == null ? told.value() : null);
            column.coverage().add(outside == null ? told.coverage() : 0.0);
            column.reasons().add(outside == null ? told.reason() : outside.key());
            column.missing().add(null);
            column.revisions().add(told.revisions());
            column.computedAt().add(told.computedAt().toEpochMilli());
        }
        return column;
    }

    private static Usual usual(Entry entry, List<LocalDate> dates, Map<LocalDate, Told> figures) {
        List<@Nullable Double> values = new ArrayList<>();
        dates.get(0)
                .minusDays(UsualValues.DAYS)
                .datesUntil(dates.get(dates.size() - 1).plusDays(1))
                .forEach(date -> {
                    Told told = figures.get(date);
                    values.add(told == null || DayQuery.outside(entry, date) != null ? null : told.value());
                });
        Usual usual = new Usual(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int i = UsualValues.DAYS; i < values.size(); i++) {
            UsualValues.Usual at = UsualValues.at(values, i);
            usual.mean().add(at == null ? null : (Double) at.mean());
            usual.deviation().add(at == null ? null : (Double) at.deviation());
            usual.days().add(at == null ? null : (Integer) at.days());
        }
        return usual;
    }

    private Explained explained(Entry entry, LocalDate date, Explanation explanation) {
        Told told = explanation.told();
        Reason outside = DayQuery.outside(entry, date);
        return new Explained(
                entry.participant().id(),
                date,
                DerivedList.entry(catalog, explanation.metric()),
                told == null || outside != null ? null : told.value(),
                told == null || outside != null ? 0 : told.coverage(),
                outside != null ? outside.key() : told == null ? null : told.reason(),
                told == null ? null : told.computedAt().toEpochMilli(),
                explanation.figure().workings(),
                explanation.figure().stretches(),
                explanation.inputs());
    }
}
