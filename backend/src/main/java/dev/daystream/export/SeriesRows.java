package dev.daystream.export;

import dev.daystream.metrics.Catalog;
import dev.daystream.model.Participant;
import dev.daystream.model.Resolution;
import dev.daystream.query.SeriesCoverage.Gap;
import dev.daystream.query.SeriesPage;
import dev.daystream.query.SeriesQuery;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Rows of series: one participant after the other, of each one metric after the other, of each in order of time. */
final class SeriesRows implements RowSource {
    private static final int PAGE = 20_000;

    private final SeriesQuery series;
    private final Catalog catalog;
    private final SeriesAsk ask;
    private final List<Participant> people;
    private final Map<Integer, SeriesLines> lines = new TreeMap<>();
    private int person;
    private int metric;
    private @Nullable String cursor;

    /** What of a series is there and what is not, where samples do not tell. */
    private record Presence(List<Gap> gaps, List<Stretch> present) {
        Presence() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    SeriesRows(SeriesQuery series, Catalog catalog, SeriesAsk ask, List<Participant> people) {
        this.series = series;
        this.catalog = catalog;
        this.ask = ask;
        this.people = people;
    }

    @Override
    public Future<Optional<Part>> next() {
        if (person == people.size()) {
            return Future.succeededFuture(Optional.empty());
        }
        Participant whose = people.get(person);
        String key = ask.metrics().get(metric);
        return series.page(ask.page(whose.id(), List.of(key), PAGE, cursor))
                .compose(page -> presence(whose, key, page)
                        .map(presence -> Optional.of(part(whose, page, presence, page.next() == null))));
    }

    private Part part(Participant whose, SeriesPage page, Map<Integer, Presence> presence, boolean last) {
        cursor = page.next();
        if (last) {
            metric = (metric + 1) % ask.metrics().size();
            person += metric == 0 ? 1 : 0;
        }
        return to -> {
            for (SeriesPage.Values values : page.series()) {
                SeriesLines of = lines.computeIfAbsent(
                        values.info().id(), id -> new SeriesLines(whose, Wall.of(whose, ask.zone()), catalog));
                Presence known = presence.getOrDefault(values.info().id(), new Presence());
                of.write(values, known.gaps(), known.present(), to);
            }
            if (last) {
                for (SeriesLines of : lines.values()) {
                    of.end(to);
                }
                lines.clear();
            }
        };
    }

    /** Finds out what samples lack by the coverage of the minutes, or hours, of the same time. */
    private Future<Map<Integer, Presence>> presence(Participant whose, String key, SeriesPage page) {
        Map<Integer, Presence> found = new HashMap<>();
        int cadence = page.series().stream()
                .filter(values -> values.resolution() == Resolution.RAW)
                .mapToInt(values -> values.info().cadence())
                .max()
                .orElse(0);
        Resolution coarser = coarser(cadence);
        return coarser == null || !page.from().isBefore(page.to())
                ? Future.succeededFuture(found)
                : presence(whose, key, page, coarser, null, found);
    }

    private Future<Map<Integer, Presence>> presence(
            Participant whose,
            String key,
            SeriesPage page,
            Resolution coarser,
            @Nullable String from,
            Map<Integer, Presence> found) {
        return series.page(SeriesAsk.buckets(
                        whose.id(),
                        key,
                        coarser,
                        page.from().toString(),
                        page.to().toString(),
                        from))
                .compose(buckets -> {
                    buckets.series().forEach(values -> add(values, found));
                    return buckets.next() == null
                            ? Future.succeededFuture(found)
                            : presence(whose, key, page, coarser, buckets.next(), found);
                });
    }

    private static void add(SeriesPage.Values values, Map<Integer, Presence> found) {
        Presence presence = found.computeIfAbsent(values.info().id(), id -> new Presence());
        var coverage = values.coverage();
        if (coverage != null) {
            presence.gaps().addAll(coverage.gaps());
            presence.present().addAll(SeriesLines.present(values));
        }
    }

    /** Returns the finest buckets of which each expects a sample, or null if not even a day does. */
    private static @Nullable Resolution coarser(int cadence) {
        if (cadence > 0) {
            for (Resolution resolution : Resolution.values()) {
                if (resolution != Resolution.RAW && resolution.millis() >= cadence * 1_000L) {
                    return resolution;
                }
            }
        }
        return null;
    }
}
