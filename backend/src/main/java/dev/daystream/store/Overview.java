package dev.daystream.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;

/** What is there and how it does, in lines for people. */
public final class Overview {
    private final Database database;

    public Overview(Database database) {
        this.database = database;
    }

    /** Returns the lines. */
    public Future<List<String>> lines() {
        return database.engine()
                .compose(engine -> totals(engine)
                        .compose(this::imputed)
                        .compose(this::participants)
                        .compose(this::failures));
    }

    private Future<List<String>> totals(String engine) {
        return new SizeReader(database)
                .sizes()
                .compose(sizes -> database.query("""
                        SELECT (SELECT count(*) FROM delivery WHERE revision > 0), pg_size_pretty(pg_database_size(current_database())),
                               pg_size_pretty($1::bigint), pg_size_pretty($2::bigint)
                        """, sizes.sampleBytes(), sizes.rollUpBytes())
                        .map(rows -> {
                            Row row = rows.iterator().next();
                            List<String> lines = new ArrayList<>();
                            lines.add("%s, %s, %,d samples in %,d deliveries"
                                    .formatted(engine, row.getString(1), sizes.samples(), row.getLong(0)));
                            lines.add("samples take %s (%.1f bytes each), roll-ups %s"
                                    .formatted(row.getString(2), sizes.bytesPerSample(), row.getString(3)));
                            return lines;
                        }));
    }

    /** Counts by the days that values were made for, which are few; values of days that retention has cut into are counted whole. */
    private Future<List<String>> imputed(List<String> lines) {
        return database.query("""
                        SELECT r.method, sum(d.minutes)::bigint FROM imputation_day d JOIN imputation_run r ON r.id = d.run
                         GROUP BY r.method HAVING sum(d.minutes) > 0 ORDER BY r.method
                        """).map(rows -> {
            if (rows.size() > 0) {
                long all = 0;
                List<String> methods = new ArrayList<>();
                for (Row row : rows) {
                    all += row.getLong(1);
                    methods.add("%,d by %s".formatted(row.getLong(1), row.getString(0)));
                }
                lines.add("%,d imputed values: %s".formatted(all, String.join(", ", methods)));
            }
            return lines;
        });
    }

    private Future<List<String>> participants(List<String> lines) {
        return database.query("""
                        SELECT p.id, p.name, d.first, d.last, d.days, coalesce(i.state, 'files only') AS state, i.next_date, i.due_at, i.note
                          FROM participant p
                          LEFT JOIN ingest_position i ON i.participant_id = p.id
                          LEFT JOIN LATERAL (SELECT min(local_date) AS first, max(local_date) AS last, count(DISTINCT local_date) AS days
                                               FROM delivery WHERE participant_id = p.id AND revision > 0) AS d ON true
                         ORDER BY p.id
                        """).map(rows -> {
            for (Row row : rows) {
                lines.add(participant(row));
            }
            return lines;
        });
    }

    private static String participant(Row row) {
        String data = row.getLocalDate("first") == null
                ? "no data yet"
                : "%,d days from %s to %s"
                        .formatted(row.getLong("days"), row.getLocalDate("first"), row.getLocalDate("last"));
        String next = row.getLocalDate("next_date") == null
                ? ""
                : ", next %s at %s"
                        .formatted(
                                row.getLocalDate("next_date"),
                                row.getOffsetDateTime("due_at").toInstant());
        String note = row.getString("note") == null ? "" : " (" + row.getString("note") + ")";
        return "%4d  %-12s %s; %s%s%s"
                .formatted(row.getLong("id"), row.getString("name"), data, row.getString("state"), next, note);
    }

    private Future<List<String>> failures(List<String> lines) {
        return database.query("SELECT count(*), max(finished_at) FROM ingest_run WHERE state = 'failed'")
                .map(rows -> {
                    Row row = rows.iterator().next();
                    if (row.getLong(0) > 0) {
                        lines.add("%,d runs failed so far, the last at %s"
                                .formatted(
                                        row.getLong(0), row.getOffsetDateTime(1).toInstant()));
                    }
                    return lines;
                });
    }
}
