package dev.daystream.store;

import dev.daystream.model.Enrolment;
import dev.daystream.model.ParticipantChange.What;
import dev.daystream.model.ZoneHistory;
import io.vertx.core.Future;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Changes what is said about participants: each change is one transaction, and announced after its commit if it changed anything. */
public final class ParticipantEdits {
    private final Database database;

    /**
     * A change of something.
     *
     * @param before what held before
     * @param after what holds now; equal if nothing was changed
     */
    public record Changed<T>(T before, T after) {
        /** Returns whether anything was changed. */
        public boolean any() {
            return !before.equals(after);
        }
    }

    public ParticipantEdits(Database database) {
        this.database = database;
    }

    /**
     * Changes the zone history; others who change it meanwhile wait.
     *
     * @param change makes the new history of the present one; what it throws fails the future, and nothing is changed
     * @return empty if there is no such participant
     */
    public Future<Optional<Changed<ZoneHistory>>> zones(long id, UnaryOperator<ZoneHistory> change) {
        return announced(id, What.ZONES, database.transaction(connection -> {
            if (!lock(connection, id)) {
                return Optional.empty();
            }
            ZoneHistory before = zones(connection, id);
            Changed<ZoneHistory> changed = new Changed<>(before, change.apply(before));
            if (changed.any()) {
                write(connection, id, changed.after());
            }
            return Optional.of(changed);
        }));
    }

    /**
     * Changes from when to when a participant takes part.
     *
     * @param change makes the new enrolment of the present one, both as they are set; what it throws fails the future
     * @return empty if there is no such participant
     */
    public Future<Optional<Changed<Enrolment>>> enrolment(long id, UnaryOperator<Enrolment> change) {
        return announced(id, What.ENROLMENT, database.transaction(connection -> {
            if (!lock(connection, id)) {
                return Optional.empty();
            }
            Enrolment before = Sql.query(
                            connection,
                            row -> new Enrolment(row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class)),
                            "SELECT enrolled_from, enrolled_until FROM participant WHERE id = ?",
                            id)
                    .get(0);
            Changed<Enrolment> changed = new Changed<>(before, change.apply(before));
            if (changed.any()) {
                Sql.update(
                        connection,
                        "UPDATE participant SET enrolled_from = ?, enrolled_until = ? WHERE id = ?",
                        changed.after().from(),
                        changed.after().until(),
                        id);
            }
            return Optional.of(changed);
        }));
    }

    /** Gives a participant another name; empty if there is no such participant. */
    public Future<Optional<Changed<String>>> name(long id, String name) {
        return announced(id, What.NAME, database.transaction(connection -> {
            if (!lock(connection, id)) {
                return Optional.empty();
            }
            String before = Sql.query(
                            connection, row -> row.getString(1), "SELECT name FROM participant WHERE id = ?", id)
                    .get(0);
            Sql.update(connection, "UPDATE participant SET name = ? WHERE id = ?", name, id);
            return Optional.of(new Changed<>(before, name));
        }));
    }

    private <T> Future<Optional<Changed<T>>> announced(long id, What what, Future<Optional<Changed<T>>> edit) {
        return edit.compose(changed -> changed.isPresent() && changed.get().any()
                ? ParticipantNotices.send(database, List.of(id), what).map(changed)
                : Future.succeededFuture(changed));
    }

    private static boolean lock(Connection connection, long id) throws SQLException {
        return !Sql.query(
                        connection,
                        row -> row.getLong(1),
                        "SELECT id FROM participant WHERE id = ? FOR NO KEY UPDATE",
                        id)
                .isEmpty();
    }

    private static ZoneHistory zones(Connection connection, long id) throws SQLException {
        List<ZoneHistory.Entry> entries =
                Sql.query(connection, row -> entry(row.getObject(1, OffsetDateTime.class), row.getString(2)), """
                SELECT nullif(valid_from, '-infinity'), zone FROM participant_zone WHERE participant_id = ? ORDER BY valid_from
                """, id);
        return new ZoneHistory(entries);
    }

    private static ZoneHistory.Entry entry(@Nullable OffsetDateTime from, String zone) {
        return new ZoneHistory.Entry(from == null ? Instant.MIN : from.toInstant(), ZoneId.of(zone));
    }

    private static void write(Connection connection, long id, ZoneHistory zones) throws SQLException {
        Sql.update(connection, "DELETE FROM participant_zone WHERE participant_id = ?", id);
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (ZoneHistory.Entry entry : zones.entries()) {
            Object from = entry.validFrom().equals(Instant.MIN) ? null : entry.validFrom();
            rows.add(new @Nullable Object[] {id, from, entry.zone().getId()});
        }
        Sql.batch(
                connection, "INSERT INTO participant_zone VALUES (?, coalesce(?::timestamptz, '-infinity'), ?)", rows);
    }
}
