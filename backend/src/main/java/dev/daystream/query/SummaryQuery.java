package dev.daystream.query;

import dev.daystream.metrics.Catalog;
import dev.daystream.metrics.DerivedCatalog;
import dev.daystream.query.DayQuery.Day;
import dev.daystream.query.summary.DayRow;
import dev.daystream.query.summary.RangeSummary;
import dev.daystream.store.DirectoryReader.Entry;
import dev.daystream.store.StudySettingsStore;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a range of a participant's local days comes to: means, usual values, changes and weeks. */
public final class SummaryQuery {
    private static final int PAGE = 366;

    private final ParticipantDays days;
    private final DayQuery dayQuery;
    private final DerivedQuery derivedQuery;
    private final StudySettingsStore settings;
    private final Catalog catalog;
    private final Clock clock;

    SummaryQuery(
            ParticipantDays days,
            DayQuery dayQuery,
            DerivedQuery derivedQuery,
            StudySettingsStore settings,
            Catalog catalog,
            Clock clock) {
        this.days = days;
        this.dayQuery = dayQuery;
        this.derivedQuery = derivedQuery;
        this.settings = settings;
        this.catalog = catalog;
        this.clock = clock;
    }

    /**
     * Returns the summary of a range.
     *
     * @param from first date as asked; the last date if null
     * @param to last date as asked, included; the last day with data if null
     * @return fails with {@link InvalidParametersException} or {@link NoSuchParticipantException}
     */
    public Future<RangeSummary> of(long participant, @Nullable String from, @Nullable String to) {
        return days.window("summary", new DatesRequest(participant, from, to, Integer.MAX_VALUE, null))
                .compose(found -> {
                    LocalDate last = found.window().last();
                    LocalDate first = from == null ? last : found.window().first();
                    return rows(found.entry(), first.minusDays(UsualValues.DAYS), last)
                            .compose(rows -> settings.read()
                                    .map(set -> RangeSummary.of(
                                            participant,
                                            rows,
                                            catalog,
                                            DerivedCatalog.bundled(),
                                            set.restingHeartRate())));
                });
    }

    /** Reads the days from the first with data, of those that the participant takes part on and that have come: the others have none. */
    private Future<List<DayRow>> rows(Entry entry, LocalDate first, LocalDate last) {
        LocalDate today = entry.participant().zones().dateOf(clock.instant());
        LocalDate begin = later(later(first, entry.enrolment().from()), entry.firstDay());
        LocalDate end = earlier(earlier(last, entry.enrolment().until()), today);
        Map<LocalDate, DayRow> read = new HashMap<>();
        return (entry.firstDay() == null || begin.isAfter(end)
                        ? Future.succeededFuture()
                        : read(entry, begin, end, read))
                .map(done -> first.datesUntil(last.plusDays(1))
                        .map(date -> read.getOrDefault(date, unread(entry, date)))
                        .toList());
    }

    private Future<?> read(Entry entry, LocalDate first, LocalDate end, Map<LocalDate, DayRow> into) {
        LocalDate last = earlier(first.plusDays(PAGE - 1L), end);
        var request = new DatesRequest(entry.participant().id(), first.toString(), last.toString(), PAGE, null);
        var page = dayQuery.page(request, Fill.RAW);
        var derived = derivedQuery.page(request, List.of());
        return Future.all(page, derived).compose(done -> {
            int index = 0;
            for (Day day : page.result().days()) {
                into.put(day.date(), row(entry, day, points(derived.result().metrics(), index++)));
            }
            return last.isBefore(end) ? read(entry, last.plusDays(1), end, into) : Future.succeededFuture();
        });
    }

    private static Map<String, DayRow.Derived> points(List<DerivedQuery.Column> columns, int index) {
        Map<String, DayRow.Derived> points = new HashMap<>();
        for (DerivedQuery.Column column : columns) {
            points.put(
                    column.key(),
                    new DayRow.Derived(
                            column.values().get(index),
                            column.coverage().get(index),
                            column.reasons().get(index),
                            column.missing().get(index)));
        }
        return points;
    }

    private static DayRow row(Entry entry, Day day, Map<String, DayRow.Derived> derived) {
        boolean counts = entry.enrolment().contains(day.date()) && day.hours() > 0;
        return new DayRow(day.date(), counts, day.wear(), day.values(), derived, Reason.UNKNOWN);
    }

    private static DayRow unread(Entry entry, LocalDate date) {
        Reason outside = DayQuery.outside(entry, date);
        return DayRow.without(date, outside == null, outside == null ? Reason.NOT_SYNCED : outside);
    }

    private static LocalDate later(LocalDate date, @Nullable LocalDate other) {
        return other != null && other.isAfter(date) ? other : date;
    }

    private static LocalDate earlier(LocalDate date, @Nullable LocalDate other) {
        return other != null && other.isBefore(date) ? other : date;
    }
}
