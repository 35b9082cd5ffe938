package dev.daystream.export;

import dev.daystream.metrics.Catalog;
import dev.daystream.model.Participant;
import dev.daystream.model.Resolution;
import dev.daystream.query.InvalidParametersException;
import dev.daystream.query.Queries;
import dev.daystream.query.SeriesPage;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes exports. */
public final class Exports {
    /** Rows of an export at most. */
    public static final long LIMIT = 5_000_000;

    /** No day has more figures than this. */
    private static final int FIGURES_OF_A_DAY = 60;

    private final Queries queries;
    private final Catalog catalog;
    private final Clock clock;
    private final long limit;

    public Exports(Queries queries, Catalog catalog, Clock clock) {
        this(queries, catalog, clock, LIMIT);
    }

    /** Makes exports of no more than {@code limit} rows. */
    Exports(Queries queries, Catalog catalog, Clock clock, long limit) {
        this.queries = queries;
        this.catalog = catalog;
        this.clock = clock;
        this.limit = limit;
    }

    /**
     * Returns an export of series.
     *
     * @return fails with {@link InvalidParametersException}, also if it would be too large, or if a participant does not exist
     */
    public Future<Export> series(SeriesAsk ask, Format format) {
        if (ask.date() == null && (ask.from() == null || ask.to() == null)) {
            return refused(ask.from() == null ? "from" : "to");
        }
        return queries.people().find(ask.participants()).compose(people -> {
            people.forEach(participant -> Wall.of(participant, ask.zone()));
            return expected(ask, people, 0, 0).map(rows -> {
                check(rows);
                return new Export(
                        format,
                        fileName("series", ask.metrics(), ask.date(), ask.from(), ask.to(), format),
                        Table.SERIES,
                        about(ask, people),
                        new SeriesRows(queries.series(), catalog, ask, people),
                        limit);
            });
        });
    }

    /** Returns an export of daily figures; fails as above. */
    public Future<Export> days(DayAsk ask, Format format) {
        String from = ask.from();
        String to = ask.to();
        if (from == null || to == null) {
            return refused(from == null ? "from" : "to");
        }
        return queries.people().find(ask.participants()).map(people -> {
            check(days(from, to) * FIGURES_OF_A_DAY * people.size());
            return new Export(
                    format,
                    fileName("days", List.of(), null, ask.from(), ask.to(), format),
                    Table.DAYS,
                    about(ask, people),
                    new DayRows(queries.days(), queries.derived(), catalog, ask, people),
                    limit);
        });
    }

    private static Future<Export> refused(String parameter) {
        return Future.failedFuture(new InvalidParametersException(
                parameter, "an export says which time it is of; give 'from' and 'to', or of series 'date'"));
    }

    /** Returns how many days there are; 0 if these are not dates, which the query then says. */
    private static long days(String from, String to) {
        try {
            return Math.max(0, ChronoUnit.DAYS.between(LocalDate.parse(from), LocalDate.parse(to)) + 1);
        } catch (DateTimeException e) {
            return 0;
        }
    }

    /** Adds up how many rows there will be, by the number of samples and of buckets. */
    private Future<Long> expected(SeriesAsk ask, List<Participant> people, int person, long before) {
        if (person == people.size()) {
            return Future.succeededFuture(before);
        }
        long id = people.get(person).id();
        return queries.series()
                .page(ask.page(id, ask.metrics(), 1, null))
                .compose(first -> queries.series()
                        .page(ask.buckets(id, ask.metrics(), Resolution.DAY))
                        .compose(days -> expected(ask, people, person + 1, before + expected(first, days))));
    }

    private static long expected(SeriesPage first, SeriesPage days) {
        Map<Integer, Resolution> resolutions = new HashMap<>();
        first.series().forEach(values -> resolutions.put(values.info().id(), values.resolution()));
        long length = ChronoUnit.MILLIS.between(days.from(), days.to());
        return days.series().stream()
                .mapToLong(values -> {
                    long samples = values.summary().count();
                    Resolution resolution =
                            resolutions.getOrDefault(values.info().id(), Resolution.RAW);
                    return resolution == Resolution.RAW ? samples : Math.min(samples, length / resolution.millis() + 2);
                })
                .sum();
    }

    private void check(long rows) {
        if (rows > limit) {
            throw new InvalidParametersException(
                    "to",
                    String.format(
                            Locale.ROOT,
                            "the export would have about %,d rows and may have %,d; ask for less time, fewer participants or"
                                    + " metrics, or a coarser resolution",
                            rows,
                            limit));
        }
    }

    private static String fileName(
            String what,
            List<String> metrics,
            @Nullable String date,
            @Nullable String from,
            @Nullable String to,
            Format format) {
        String which = metrics.size() > 3 ? metrics.size() + "-metrics" : String.join("-", metrics);
        String when = date != null ? date : from + "-to-" + to;
        String name = "daystream-" + what + (which.isEmpty() ? "" : "-" + which) + "-" + when;
        return name.replaceAll("[^A-Za-z0-9._-]", "") + "." + format.key();
    }

    private About about(SeriesAsk ask, List<Participant> people) {
        Map<String, Object> entries = about("series", people);
        entries.put("metrics", ask.metrics());
        put(entries, "from", ask.from());
        put(entries, "to", ask.to());
        put(entries, "date", ask.date());
        Resolution resolution = ask.resolution();
        entries.put("resolution", resolution == null ? "auto" : resolution.key());
        entries.put("fill", ask.fill().name().toLowerCase(Locale.ROOT));
        entries.put("zone", ask.zone());
        return new About(entries);
    }

    private About about(DayAsk ask, List<Participant> people) {
        Map<String, Object> entries = about("days", people);
        put(entries, "from", ask.from());
        put(entries, "to", ask.to());
        entries.put("fill", ask.fill().name().toLowerCase(Locale.ROOT));
        return new About(entries);
    }

    private Map<String, Object> about(String table, List<Participant> people) {
        Map<String, Object> entries = new LinkedHashMap<>();
        entries.put("program", "Daystream");
        entries.put("table", table);
        entries.put("createdAt", clock.instant().toString());
        entries.put(
                "participants",
                people.stream()
                        .map(person -> Map.of("id", person.id(), "name", person.name()))
                        .collect(Collectors.toList()));
        return entries;
    }

    private static void put(Map<String, Object> entries, String name, @Nullable String value) {
        if (value != null) {
            entries.put(name, value);
        }
    }
}
