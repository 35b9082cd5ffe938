package dev.daystream.store;

import dev.daystream.model.Enrolment;
import dev.daystream.model.Participant;
import dev.daystream.model.ZoneHistory;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Participants and their zones. */
public final class ParticipantStore {
    private static final String SELECT = """
            SELECT p.id, p.external_id, p.name,
                   array_agg(nullif(z.valid_from, '-infinity') ORDER BY z.valid_from) AS valid_from,
                   array_agg(z.zone ORDER BY z.valid_from) AS zone
              FROM participant p JOIN participant_zone z ON z.participant_id = p.id
             WHERE %s
             GROUP BY p.id ORDER BY p.id LIMIT %s
            """;

    private final Database database;

    public ParticipantStore(Database database) {
        this.database = database;
    }

    /** Returns all participants by id. */
    public Future<List<Participant>> all() {
        return page(0, Integer.MAX_VALUE);
    }

    /** Returns the first {@code limit} participants whose id is above {@code after}, by id. */
    public Future<List<Participant>> page(long after, int limit) {
        return database.query(SELECT.formatted("p.id > $1", "$2"), after, (long) limit)
                .map(ParticipantStore::participants);
    }

    /** Returns one participant. */
    public Future<Optional<Participant>> find(long id) {
        return database.query(SELECT.formatted("p.id = $1", "1"), id)
                .map(rows -> participants(rows).stream().findFirst());
    }

    /** Returns the participant of that external id. */
    public Future<Optional<Participant>> findByExternalId(String externalId) {
        return database.query(SELECT.formatted("p.external_id = $1", "1"), externalId)
                .map(rows -> participants(rows).stream().findFirst());
    }

    /**
     * Adds a participant, unless one of that external id exists already; returns the one that is there then.
     *
     * @param externalId the id in the system that the data come from
     * @param name what people call them
     * @param zone where they live, from the beginning of time
     */
    public Future<Participant> create(String externalId, String name, ZoneId zone) {
        return create(null, externalId, name, zone);
    }

    /** As {@link #create(String, String, ZoneId)}, with a number of its own: 1 to 3 are kept for that. */
    public Future<Participant> createNumbered(long id, String externalId, String name, ZoneId zone) {
        return create(id, externalId, name, zone);
    }

    /** Returns from when to when a participant takes part, as it was set; both open if there is no such participant. */
    public Future<Enrolment> enrolment(long id) {
        return database.query("SELECT enrolled_from, enrolled_until FROM participant WHERE id = $1", id)
                .map(rows -> rows.size() == 0
                        ? new Enrolment(null, null)
                        : new Enrolment(
                                rows.iterator().next().getLocalDate(0),
                                rows.iterator().next().getLocalDate(1)));
    }

    /**
     * Sets from when to when a participant takes part; without a start it is the first day of data. Nobody is told; see
     * {@link ParticipantEdits}. False if there is no such participant.
     */
    public Future<Boolean> enrol(long id, Enrolment enrolment) {
        return database.query(
                        "UPDATE participant SET enrolled_from = $2, enrolled_until = $3 WHERE id = $1",
                        id,
                        enrolment.from(),
                        enrolment.until())
                .map(rows -> rows.rowCount() == 1);
    }

    private Future<Participant> create(@Nullable Long id, String externalId, String name, ZoneId zone) {
        return database.query("""
                        WITH created AS (
                            INSERT INTO participant (id, external_id, name)
                            VALUES (coalesce($4::bigint, nextval(pg_get_serial_sequence('participant', 'id'))), $1, $2)
                            ON CONFLICT DO NOTHING RETURNING id
                        )
                        INSERT INTO participant_zone (participant_id, valid_from, zone) SELECT id, '-infinity', $3 FROM created
                        """, externalId, name, zone.getId(), id)
                .compose(done -> findByExternalId(externalId))
                .map(Optional::orElseThrow);
    }

    private static List<Participant> participants(RowSet<Row> rows) {
        List<Participant> participants = new ArrayList<>(rows.size());
        for (Row row : rows) {
            participants.add(new Participant(
                    row.getLong("id"),
                    row.getString("external_id"),
                    row.getString("name"),
                    zones(row.getArrayOfOffsetDateTimes("valid_from"), row.getArrayOfStrings("zone"))));
        }
        return participants;
    }

    private static ZoneHistory zones(@Nullable OffsetDateTime[] validFrom, String[] zones) {
        List<ZoneHistory.Entry> entries = new ArrayList<>(zones.length);
        for (int i = 0; i < zones.length; i++) {
            OffsetDateTime from = validFrom[i];
            entries.add(new ZoneHistory.Entry(from == null ? Instant.MIN : from.toInstant(), ZoneId.of(zones[i])));
        }
        return new ZoneHistory(entries);
    }
}
