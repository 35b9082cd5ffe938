package dev.daystream.store;

import dev.daystream.model.JobTrigger;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How comparisons of roll-ups with samples ended. */
public final class VerificationLog {
    private static final int LONGEST_ERROR = 2_000;

    private final Database database;

    public VerificationLog(Database database) {
        this.database = database;
    }

    /**
     * A comparison that came to its end.
     *
     * @param trigger who asked for it: api, command or schedule
     * @param startedAt when it began
     * @param endedAt when it ended
     * @param compared buckets that were looked at
     * @param differing buckets that did not agree
     * @param repaired whether those were made anew
     */
    public record Ended(
            String trigger, Instant startedAt, Instant endedAt, long compared, long differing, boolean repaired) {
        /** Returns how many buckets do not agree since. */
        public long remaining() {
            return repaired ? 0 : differing;
        }
    }

    /**
     * A comparison that broke off with an error.
     *
     * @param trigger who asked for it: api, command or schedule
     * @param at when it broke off
     * @param error why
     */
    public record Failed(String trigger, Instant at, String error) {}

    /**
     * How the last comparisons ended.
     *
     * @param ended the last that came to its end; null if none ever did
     * @param failed the last that broke off, if none came to its end since
     */
    public record Last(@Nullable Ended ended, @Nullable Failed failed) {}

    /** Notes a comparison that came to its end. */
    public Future<Void> ended(Ended ended) {
        return database.query(
                        "INSERT INTO verification (trigger, started_at, ended_at, repaired, compared, differing) VALUES ($1, $2, $3, $4, $5, $6)",
                        ended.trigger(),
                        ended.startedAt().atOffset(ZoneOffset.UTC),
                        ended.endedAt().atOffset(ZoneOffset.UTC),
                        ended.repaired(),
                        ended.compared(),
                        ended.differing())
                .mapEmpty();
    }

    /** Notes a comparison that broke off. */
    public Future<Void> failed(JobTrigger trigger, Instant startedAt, Instant at, boolean repair, String error) {
        return database.query(
                        "INSERT INTO verification (trigger, started_at, ended_at, repaired, error) VALUES ($1, $2, $3, $4, $5)",
                        trigger.key(),
                        startedAt.atOffset(ZoneOffset.UTC),
                        at.atOffset(ZoneOffset.UTC),
                        repair,
                        error.length() <= LONGEST_ERROR ? error : error.substring(0, LONGEST_ERROR))
                .mapEmpty();
    }

    /** Returns how the last ones ended. */
    public Future<Last> last() {
        return Reads.query(database, """
                        SELECT trigger, started_at, ended_at, compared, differing, repaired, error FROM verification
                         WHERE id >= coalesce((SELECT max(id) FROM verification WHERE error IS NULL), 0) ORDER BY id DESC
                        """).map(rows -> {
            Ended ended = null;
            Failed failed = null;
            for (Row row : rows) {
                Instant at = row.getOffsetDateTime("ended_at").toInstant();
                String trigger = row.getString("trigger");
                if (row.getString("error") == null) {
                    ended = new Ended(
                            trigger,
                            row.getOffsetDateTime("started_at").toInstant(),
                            at,
                            row.getLong("compared"),
                            row.getLong("differing"),
                            row.getBoolean("repaired"));
                } else if (failed == null) {
                    failed = new Failed(trigger, at, Objects.requireNonNull(row.getString("error")));
                }
            }
            return new Last(ended, failed);
        });
    }
}
