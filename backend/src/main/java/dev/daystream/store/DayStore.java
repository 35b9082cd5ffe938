package dev.daystream.store;

import dev.daystream.model.DayEvent;
import dev.daystream.model.Delivery;
import dev.daystream.model.ParsedDay;
import dev.daystream.model.Run;
import dev.daystream.model.SeriesSamples;
import dev.daystream.model.TimeRange;
import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts days in place.
 *
 * <p>Replacing a day is one transaction: lock the delivery, and the series so that neighbouring days cannot disturb each other's shared
 * roll-up buckets; delete what the day had; insert what it has; rewrite the roll-ups; check; record. Without the lock two deliveries of
 * one day would both be kept, as samples have no unique index.
 */
public final class DayStore {
    private static final long MINUTE_MILLIS = 60_000L;

    private final Database database;
    private final SourceIds sources;
    private final SeriesIds series;
    private final DayDetailsWriter details;

    public DayStore(Database database, SeriesIds series, SourceIds sources, MetricIds metrics) {
        this.database = database;
        this.series = series;
        this.sources = sources;
        this.details = new DayDetailsWriter(metrics);
    }

    /**
     * What a delivery carries.
     *
     * @param contentHash SHA-256 of the payload, in hexadecimal
     * @param parserVersion version of the parser that read it
     * @param owned metrics that the data type can bring; what an earlier payload had of them is replaced too
     * @param day what it says
     */
    public record Content(String contentHash, int parserVersion, List<String> owned, ParsedDay day) {}

    /**
     * What is in effect for a delivery.
     *
     * @param contentHash SHA-256 of the payload
     * @param parserVersion version of the parser that read it
     * @param revision 1 for a first delivery
     */
    public record InEffect(String contentHash, int parserVersion, int revision) {}

    /**
     * What became of a delivery.
     *
     * @param stored false if the same payload was in effect already, and nothing was written
     * @param revision revision that is now in effect
     */
    public record Outcome(boolean stored, int revision) {}

    /** Returns what is in effect for a delivery, if anything is. */
    public Future<Optional<InEffect>> inEffect(Delivery delivery) {
        return sources.of(delivery.source())
                .compose(source ->
                        database.query("""
                        SELECT content_hash, parser_version, revision FROM delivery
                         WHERE participant_id = $1 AND source_id = $2 AND data_type = $3 AND local_date = $4 AND revision > 0
                        """, delivery.participant(), source, delivery.dataType(), delivery.date()))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(rows.iterator().next())
                                .map(row -> new InEffect(
                                        row.getString("content_hash"),
                                        row.getInteger("parser_version"),
                                        row.getInteger("revision"))));
    }

    /**
     * Replaces a day by what a payload says, and records the run in the same transaction. The same payload again writes nothing but the
     * run. Fails without a trace in the day if anything goes wrong.
     */
    public Future<Outcome> replace(Run run, Content content) {
        Delivery delivery = run.delivery();
        List<SeriesSamples> columns =
                content.day().series().stream().filter(one -> one.size() > 0).toList();
        return sources.of(delivery.source())
                .compose(source -> series.of(delivery.participant(), source, columns, content.owned())
                        .map(ids -> new Replacement(run, content, columns, ids, source, System.nanoTime())))
                .compose(replacement -> database.transaction(connection -> replace(connection, replacement)))
                .compose(outcome ->
                        outcome.stored() ? announce(run, content, outcome) : Future.succeededFuture(outcome));
    }

    /** One call of replace, with what had to be looked up for it. */
    private record Replacement(
            Run run, Content content, List<SeriesSamples> columns, SeriesNumbers ids, short source, long begin) {
        Integer[] series() {
            return ids.all();
        }

        int elapsedMillis() {
            return (int) ((System.nanoTime() - begin) / 1_000_000);
        }
    }

    private Outcome replace(Connection connection, Replacement it) throws SQLException {
        DeliveryRow row = DeliveryRow.lock(connection, it.run().delivery(), it.source());
        if (row.holds(it.content())) {
            RunStore.unchanged(connection, it.run(), it.source(), row.revision());
            return new Outcome(false, row.revision());
        }
        ParsedDay day = it.content().day();
        int revision = row.revision() + 1;
        Map<Integer, PreviousSamples> before = samples(connection, database.rollUps(connection), it, row);
        details.replace(connection, it.run().delivery(), row, it.source(), day);
        long run = RunStore.stored(connection, it.run(), it.source(), day, revision, it.elapsedMillis());
        if (row.revision() > 0) {
            CorrectionLog.write(connection, row.id(), run, revision, before, it.ids(), it.columns());
        }
        row.update(connection, it.run(), it.content(), revision, run);
        return new Outcome(true, revision);
    }

    /** Replaces the samples and returns those that were there before. */
    private static Map<Integer, PreviousSamples> samples(
            Connection connection, RollUps rollUps, Replacement it, DeliveryRow row) throws SQLException {
        TimeRange touched = row.range().hull(it.content().day().range()).alignedTo(MINUTE_MILLIS);
        if (it.ids().byMetric().isEmpty() || touched.isEmpty()) {
            return Map.of();
        }
        Integer[] series = it.series();
        SampleWriter.lock(connection, series);
        rollUps.prepare(connection);
        Map<Integer, PreviousSamples> before = SampleWriter.clear(connection, series, touched, row.revision() == 0);
        SampleWriter.insert(connection, it.ids(), it.columns());
        SampleWriter.check(connection, series, it.ids(), it.columns(), touched);
        rollUps.follow(connection, series, it.ids(), it.columns(), touched);
        return before;
    }

    private Future<Outcome> announce(Run run, Content content, Outcome outcome) {
        Delivery delivery = run.delivery();
        DayEvent event = new DayEvent(
                delivery.participant(),
                delivery.source(),
                delivery.dataType(),
                delivery.date(),
                outcome.revision(),
                content.day().sampleCount(),
                run.trigger());
        // After the commit: inside it, every transaction of the server would queue for the one lock on the notification
        // queue.
        return database.pool()
                .preparedQuery("SELECT pg_notify('daystream_day', $1)")
                .execute(Tuple.of(DayEventJson.write(event)))
                .map(outcome)
                .otherwise(outcome);
    }
}
