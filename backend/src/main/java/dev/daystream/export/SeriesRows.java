package dev.daystream.export;

import dev.daystream.metrics.Catalog;
import dev.daystream.model.Participant;
import dev.daystream.query.SeriesPage;
import dev.daystream.query.SeriesQuery;
import io.vertx.core.Future;
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
                .map(page -> Optional.of(part(whose, page, page.next() == null)));
    }

    private Part part(Participant whose, SeriesPage page, boolean last) {
        cursor = page.next();
        if (last) {
            metric = (metric + 1) % ask.metrics().size();
            person += metric == 0 ? 1 : 0;
        }
        return to -> {
            for (SeriesPage.Values values : page.series()) {
                SeriesLines of = lines.computeIfAbsent(
                        values.info().id(), id -> new SeriesLines(whose, Wall.of(whose, ask.zone()), catalog));
                of.write(values, to);
            }
            if (last) {
                for (SeriesLines of : lines.values()) {
                    of.end(to);
                }
                lines.clear();
            }
        };
    }
}
