package dev.daystream.store;

import dev.daystream.model.Change;
import dev.daystream.model.DayEvent;
import dev.daystream.model.Delivery;
import dev.daystream.model.ParsedDay;
import dev.daystream.model.Run;
import dev.daystream.model.SeriesSamples;
import dev.daystream.model.ShorterDays;
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
    private final Database database;
    private final SourceIds sources;
    private final SeriesIds series;
    private final DayDetailsWriter details;
    private final ShorterDays shorterDays;

    /** Makes a store that applies shorter payloads as is usual. */
    public DayStore(Database database, SeriesIds series, SourceIds sources, MetricIds metrics) {
        this(database, series, sources, metrics, ShorterDays.USUAL);
    }

    /**
     * Makes a store.
     *
     * @param shorterDays what becomes of payloads with clearly fewer samples than what is in place
     */
    public DayStore(
            Database database, SeriesIds series, SourceIds sources, MetricIds metrics, ShorterDays shorterDays) {
        this.database = database;
        this.series = series;
        this.sources = sources;
        this.details = new DayDetailsWriter(metrics);
        this.shorterDays = shorterDays;
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
     * @param kind whether it took effect
     * @param revision revision that is now in effect
     * @param shorter whether it has clearly fewer samples than what was in place
     */
    public record Outcome(Kind kind, int revision, boolean shorter) {
        /** Whether a delivery took effect. */
        public enum Kind {
            /** It is in effect now. */
            STORED,
            /** The same payload was in effect already, and nothing was written. */
            UNCHANGED,
            /** It is shorter than what is in place, which stays. */
            REFUSED
        }

        /** Tells of a delivery that is no shorter than what was in place. */
        public Outcome(boolean stored, int revision) {
            this(stored ? Kind.STORED : Kind.UNCHANGED, revision, false);
        }

        /** Returns whether it took effect. */
        public boolean stored() {
            return kind == Kind.STORED;
        }
    }

    /**
     * What became of a payload that was read again.
     *
     * @param current false if another payload had taken effect meanwhile; nothing was written then
     * @param revision revision that is now in effect; raised only if there were changes
     * @param changes what the new reading changed
     */
    public record Reparsed(boolean current, int revision, List<Change> changes) {}

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
        return prepared(run, content)
                .compose(replacement -> database.transaction(connection -> replace(connection, replacement)))
                .compose(outcome ->
                        outcome.stored() ? announce(run, content, outcome) : Future.succeededFuture(outcome));
    }

    /**
     * Puts another reading of the payload in effect in the place of the one before, and records the run in the same transaction. Writes
     * nothing if another payload has taken effect meanwhile, or if the reading says the same and was made by the same parser; raises no
     * revision if it says the same. The rule for shorter payloads does not hold here: the payload is the same.
     */
    public Future<Reparsed> reparse(Run run, Content content) {
        return prepared(run, content)
                .compose(replacement -> database.transaction(connection -> reparse(connection, replacement)))
                .compose(done -> done.changes().isEmpty()
                        ? Future.succeededFuture(done)
                        : announce(run, content, new Outcome(true, done.revision()))
                                .map(done));
    }

    /** Returns what {@link #reparse} would change now. Writes nothing. */
    public Future<List<Change>> differences(Run run, Content content) {
        return sources.of(run.delivery().source())
                .compose(source -> series.existing(run.delivery().participant(), source, content.owned())
                        .map(ids -> new Replacement(
                                run, content, Replacement.columns(content), ids, source, System.nanoTime())))
                .compose(it -> database.transaction(connection -> {
                    DeliveryRow row = DeliveryRow.find(connection, it.delivery(), it.source());
                    return row == null || !row.holdsPayload(content) ? List.of() : it.differences(connection, row);
                }));
    }

    private Future<Replacement> prepared(Run run, Content content) {
        Delivery delivery = run.delivery();
        List<SeriesSamples> columns = Replacement.columns(content);
        return sources.of(delivery.source())
                .compose(source -> series.of(delivery.participant(), source, columns, content.owned())
                        .map(ids -> new Replacement(run, content, columns, ids, source, System.nanoTime())));
    }

    private Outcome replace(Connection connection, Replacement it) throws SQLException {
        DeliveryRow row = DeliveryRow.lock(connection, it.delivery(), it.source());
        if (row.holds(it.content())) {
            RunStore.unchanged(connection, it.run(), it.source(), row.revision());
            return new Outcome(false, row.revision());
        }
        // Another reading of the same payload is not a shorter payload.
        boolean shorter = row.revision() > 0
                && !row.holdsPayload(it.content())
                && shorterDays.rule() != ShorterDays.Rule.APPLY
                && shorterDays.isShorter(row.samples(), it.content().day().sampleCount());
        if (shorter && shorterDays.rule() == ShorterDays.Rule.REFUSE) {
            return refuse(connection, it, row);
        }
        put(connection, it, row, shorter);
        return new Outcome(Outcome.Kind.STORED, row.revision() + 1, shorter);
    }

    private Reparsed reparse(Connection connection, Replacement it) throws SQLException {
        DeliveryRow row = DeliveryRow.lock(connection, it.delivery(), it.source());
        if (!row.holdsPayload(it.content())) {
            return new Reparsed(false, row.revision(), List.of());
        }
        List<Change> changes = it.differences(connection, row);
        if (!changes.isEmpty()) {
            boolean shorter =
                    shorterDays.isShorter(row.samples(), it.content().day().sampleCount());
            put(connection, it, row, shorter);
            return new Reparsed(true, row.revision() + 1, changes);
        }
        if (!row.holds(it.content())) {
            row.confirm(connection, it.content().parserVersion());
            RunStore.unchanged(connection, it.run(), it.source(), row.revision());
        }
        return new Reparsed(true, row.revision(), changes);
    }

    /** Replaces what is in place, and records run, correction and delivery. */
    private void put(Connection connection, Replacement it, DeliveryRow row, boolean shorter) throws SQLException {
        int revision = row.revision() + 1;
        DayDetails detailsBefore = it.details(connection, row);
        Map<Integer, PreviousSamples> before = samples(connection, database.rollUps(connection), it, row);
        details.replace(
                connection, it.delivery(), row, it.source(), it.content().day());
        long run = RunStore.stored(connection, it, revision, shorter);
        if (row.revision() > 0) {
            List<Change> changes = it.changes(before, detailsBefore);
            int withdrawn = withdraw(connection, it, row, changes, detailsBefore);
            var verdict = new CorrectionLog.Verdict(true, shorter, revision, run, withdrawn);
            CorrectionLog.write(connection, it, row, verdict, changes);
        }
        row.update(connection, it.run(), it.content(), revision, run);
    }

    /** Takes away what was imputed on the strength of what is corrected now: of every series, for wear and nights decide for all. */
    private static int withdraw(
            Connection connection, Replacement it, DeliveryRow row, List<Change> changes, DayDetails before)
            throws SQLException {
        boolean matters = changes.stream()
                .anyMatch(change -> change.kind() == Change.Kind.SAMPLES || change.kind() == Change.Kind.SLEEP);
        return matters
                ? ImputedRows.withdraw(connection, it.delivery().participant(), it.touchedWithNights(row, before))
                : 0;
    }

    /** Leaves what is in place; a payload that comes again and again, as with every look back, is logged once. */
    private static Outcome refuse(Connection connection, Replacement it, DeliveryRow row) throws SQLException {
        long run = RunStore.refused(connection, it, row);
        if (!CorrectionLog.knowsRefusal(connection, row, it.content())) {
            var verdict = new CorrectionLog.Verdict(false, true, row.revision(), run, 0);
            CorrectionLog.write(connection, it, row, verdict, it.differences(connection, row));
        }
        return new Outcome(Outcome.Kind.REFUSED, row.revision(), true);
    }

    /** Replaces the samples and returns those that were there before. */
    private static Map<Integer, PreviousSamples> samples(
            Connection connection, RollUps rollUps, Replacement it, DeliveryRow row) throws SQLException {
        TimeRange touched = it.touched(row);
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
