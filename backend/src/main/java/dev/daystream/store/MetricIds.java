package dev.daystream.store;

import dev.daystream.metrics.Catalog;
import dev.daystream.metrics.Metric;
import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Locale;

/** The metrics of the catalogue as the database knows them. */
public final class MetricIds {
    private final Catalog catalog;

    public MetricIds(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Returns the number of a metric. */
    public int of(String key) {
        return catalog.get(key).id();
    }

    /** Returns the catalogue. */
    public Catalog catalog() {
        return catalog;
    }

    /** Writes the catalogue into the database, so that SQL can read it too. */
    public Future<Void> publish(Database database) {
        List<Tuple> rows = catalog.metrics().stream().map(MetricIds::row).toList();
        return database.pool().preparedQuery("""
                        INSERT INTO metric (id, key, name, unit, kind, scope, display, family, present)
                        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                        ON CONFLICT (id) DO UPDATE SET key = excluded.key, name = excluded.name, unit = excluded.unit,
                                                       kind = excluded.kind, scope = excluded.scope, display = excluded.display,
                                                       family = excluded.family, present = excluded.present
                        """).executeBatch(rows).mapEmpty();
    }

    private static Tuple row(Metric metric) {
        return Tuple.of(
                metric.id(),
                metric.key(),
                metric.name(),
                metric.unit(),
                metric.kind().name().toLowerCase(Locale.ROOT),
                metric.scope().name().toLowerCase(Locale.ROOT),
                metric.display(),
                metric.family(),
                metric.present().name().toLowerCase(Locale.ROOT));
    }
}
