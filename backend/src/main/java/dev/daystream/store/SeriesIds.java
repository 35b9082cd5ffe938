package dev.daystream.store;

import dev.daystream.model.SeriesSamples;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The numbers of series in the database; a series that is new gets one. Safe for use by several threads. */
public final class SeriesIds {
    private final Database database;
    private final MetricIds metrics;
    private final Map<Key, Integer> ids = new ConcurrentHashMap<>();

    private record Key(long participant, short source, String metric) {}

    public SeriesIds(Database database, MetricIds metrics) {
        this.database = database;
        this.metrics = metrics;
    }

    /**
     * Returns the series, by metric, that a delivery replaces: one for each column, made where it is missing, and those that the
     * delivery could have fed earlier.
     *
     * @param owned metrics that the delivery's data type can bring
     */
    Future<SeriesNumbers> of(long participant, short source, List<SeriesSamples> columns, List<String> owned) {
        SeriesNumbers known = known(participant, source, owned);
        if (known.byMetric().size() == owned.size()) {
            return Future.succeededFuture(known);
        }
        return create(
                        participant,
                        source,
                        columns.stream()
                                .filter(one -> !known.byMetric().containsKey(one.metric()))
                                .toList())
                .compose(done -> load(participant, source, owned))
                .map(done -> known(participant, source, owned));
    }

    /** Returns those of the series that a delivery can have fed so far; makes none. */
    Future<SeriesNumbers> existing(long participant, short source, List<String> owned) {
        return load(participant, source, owned).map(done -> known(participant, source, owned));
    }

    private SeriesNumbers known(long participant, short source, List<String> owned) {
        Map<String, Integer> known = new HashMap<>();
        for (String metric : owned) {
            Integer id = ids.get(new Key(participant, source, metric));
            if (id != null) {
                known.put(metric, id);
            }
        }
        return new SeriesNumbers(known);
    }

    private Future<Void> create(long participant, short source, List<SeriesSamples> missing) {
        if (missing.isEmpty()) {
            return Future.succeededFuture();
        }
        return database.query(
                        """
                        INSERT INTO series (participant_id, metric_id, source_id, cadence)
                        SELECT $1, m, $2, c FROM unnest($3::int[], $4::int[]) AS one(m, c) ON CONFLICT DO NOTHING
                        """,
                        participant,
                        source,
                        missing.stream().map(one -> metrics.of(one.metric())).toArray(Integer[]::new),
                        missing.stream().map(SeriesSamples::cadence).toArray(Integer[]::new))
                .mapEmpty();
    }

    private Future<Void> load(long participant, short source, List<String> owned) {
        return database.query("""
                        SELECT s.id, m.key FROM series s JOIN metric m ON m.id = s.metric_id
                         WHERE s.participant_id = $1 AND s.source_id = $2 AND s.device = '' AND m.key = ANY ($3)
                        """, participant, source, owned.toArray(String[]::new))
                .map(rows -> {
                    for (Row row : rows) {
                        ids.put(new Key(participant, source, row.getString("key")), row.getInteger("id"));
                    }
                    return null;
                });
    }
}
