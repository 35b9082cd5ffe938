package dev.daystream.store;

import dev.daystream.model.Tokens;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.ZoneOffset;
import java.util.Optional;

/** Participants' consents at sources. */
public final class ConnectionStore {
    private final Database database;
    private final SourceIds sources;

    public ConnectionStore(Database database, SourceIds sources) {
        this.database = database;
        this.sources = sources;
    }

    /** Returns a participant's tokens for a source. */
    public Future<Optional<Tokens>> find(long participant, String source) {
        return sources.of(source)
                .compose(id -> database.query("""
                        SELECT external_user_id, access_token, refresh_token, expires_at, scopes FROM connection
                         WHERE participant_id = $1 AND source_id = $2
                        """, participant, id))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(tokens(rows.iterator().next())));
    }

    /** Keeps a participant's tokens in the place of earlier ones. */
    public Future<Void> save(long participant, String source, Tokens tokens) {
        return sources.of(source)
                .compose(id -> database.query(
                        """
                        INSERT INTO connection (participant_id, source_id, external_user_id, access_token, refresh_token, expires_at, scopes)
                        VALUES ($1, $2, $3, $4, $5, $6, $7)
                        ON CONFLICT (participant_id, source_id) DO UPDATE
                           SET external_user_id = excluded.external_user_id, access_token = excluded.access_token,
                               refresh_token = excluded.refresh_token, expires_at = excluded.expires_at, scopes = excluded.scopes
                        """,
                        participant,
                        id,
                        tokens.externalUserId(),
                        tokens.accessToken(),
                        tokens.refreshToken(),
                        tokens.expiresAt().atOffset(ZoneOffset.UTC),
                        tokens.scopes()))
                .mapEmpty();
    }

    private static Tokens tokens(Row row) {
        return new Tokens(
                row.getString("external_user_id"),
                row.getString("access_token"),
                row.getString("refresh_token"),
                row.getOffsetDateTime("expires_at").toInstant(),
                row.getString("scopes"));
    }
}
