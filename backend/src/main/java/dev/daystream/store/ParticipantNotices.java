package dev.daystream.store;

import dev.daystream.model.ParticipantChange;
import dev.daystream.model.ParticipantChange.What;
import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Announces changes of participants, when they have been committed. */
final class ParticipantNotices {
    private static final Logger LOG = LoggerFactory.getLogger(ParticipantNotices.class);

    private ParticipantNotices() {}

    /** Announces a change of some participants; one that cannot be announced is as if the announcement had been lost. */
    static Future<Void> send(Database database, List<Long> participants, What what) {
        String[] notices = participants.stream()
                .map(id -> ParticipantChangeJson.write(new ParticipantChange(id, what)))
                .toArray(String[]::new);
        return database.pool()
                .preparedQuery("SELECT pg_notify('" + Announcements.PARTICIPANTS
                        + "', notice) FROM unnest($1::text[]) AS notice")
                .execute(Tuple.of(notices))
                .<Void>mapEmpty()
                .onFailure(failure -> LOG.warn("A change was not announced: {}", failure.getMessage()))
                .otherwiseEmpty();
    }
}
