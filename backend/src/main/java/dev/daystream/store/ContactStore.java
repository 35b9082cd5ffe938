package dev.daystream.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Addresses of participants, and what was written to them. */
public final class ContactStore {
    private final Database database;

    /**
     * What was written to somebody.
     *
     * @param id our number
     * @param at when
     * @param subject one line
     * @param text all of it
     * @param outcome sending, sent or failed
     * @param detail what the mail server said, if it failed
     */
    public record Contact(
            long id,
            Instant at,
            String subject,
            String text,
            String outcome,
            @Nullable String detail) {}

    public ContactStore(Database database) {
        this.database = database;
    }

    /** Returns the addresses of those who have one, by id. */
    public Future<Map<Long, String>> addresses(List<Long> participants) {
        return Reads.query(
                        database,
                        "SELECT participant_id, address FROM participant_email WHERE participant_id = ANY($1)",
                        (Object) participants.toArray(Long[]::new))
                .map(rows -> {
                    Map<Long, String> addresses = new HashMap<>();
                    for (Row row : rows) {
                        addresses.put(row.getLong(0), row.getString(1));
                    }
                    return addresses;
                });
    }

    /** Sets or, with null, forgets an address; returns whether there is such a participant. */
    public Future<Boolean> setAddress(long participant, @Nullable String address) {
        return database.transaction(connection -> {
            if (Sql.query(connection, row -> row.getLong(1), "SELECT id FROM participant WHERE id = ?", participant)
                    .isEmpty()) {
                return false;
            }
            if (address == null) {
                Sql.update(connection, "DELETE FROM participant_email WHERE participant_id = ?", participant);
            } else {
                Sql.update(connection, """
                        INSERT INTO participant_email VALUES (?, ?)
                        ON CONFLICT (participant_id) DO UPDATE SET address = excluded.address
                        """, participant, address);
            }
            return true;
        });
    }

    /**
     * Notes that somebody is about to be written to, unless they were since an instant; of several who want to at once, one may.
     *
     * @return the number of the note; empty if they were written to
     */
    public Future<Optional<Long>> claim(long participant, Instant since, Instant now, String subject, String text) {
        return database.transaction(connection -> {
            Sql.query(
                    connection,
                    row -> row.getLong(1),
                    "SELECT id FROM participant WHERE id = ? FOR NO KEY UPDATE",
                    participant);
            List<Long> ids = Sql.query(
                    connection, row -> row.getLong(1), """
                    INSERT INTO contact (participant_id, at, subject, body, outcome)
                    SELECT ?, ?, ?, ?, 'sending'
                     WHERE NOT EXISTS (SELECT FROM contact WHERE participant_id = ? AND at > ? AND outcome IN ('sending', 'sent'))
                    RETURNING id
                    """, participant, now, subject, text, participant, since);
            return ids.stream().findFirst();
        });
    }

    /** Notes what became of it: why it failed, or null if it was sent. */
    public Future<Void> finish(long contact, @Nullable String failure) {
        return Reads.query(
                        database,
                        "UPDATE contact SET outcome = $2, detail = $3 WHERE id = $1",
                        contact,
                        failure == null ? "sent" : "failed",
                        failure)
                .mapEmpty();
    }

    /** Returns what somebody was written, newest first. */
    public Future<List<Contact>> log(long participant, int limit) {
        return Reads.query(database, """
                        SELECT id, at, subject, body, outcome, detail FROM contact
                         WHERE participant_id = $1 ORDER BY id DESC LIMIT $2
                        """, participant, (long) limit).map(rows -> {
            List<Contact> contacts = new ArrayList<>();
            for (Row row : rows) {
                contacts.add(new Contact(
                        row.getLong(0),
                        row.getOffsetDateTime(1).toInstant(),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5)));
            }
            return contacts;
        });
    }
}
