package dev.daystream.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Looks for imputed values that ought not to be there. */
public final class ImputedCheck {
    /** Only days that have imputed values are looked at, a day of a series at a time, which is how samples lie. */
    private static final String MEASURED = """
            SELECT i.series_id, count(*), min(i.ts), max(i.ts)
              FROM (SELECT DISTINCT series_id, date_bin('1 day', ts, 'epoch') AS start FROM imputed) AS day
             CROSS JOIN LATERAL (SELECT DISTINCT date_bin('1 minute', s.ts, 'epoch') AS minute FROM sample s
                                  WHERE s.series_id = day.series_id AND s.ts >= day.start AND s.ts < day.start + interval '1 day') AS measured
              JOIN imputed i ON i.series_id = day.series_id AND i.ts = measured.minute
             GROUP BY i.series_id ORDER BY i.series_id
            """;

    /** No zone is further from UTC than 14 hours, so few values need their local date. */
    private static final String NOT_ENROLLED = """
            SELECT i.series_id, count(*), min(i.ts), max(i.ts)
              FROM participant p
              JOIN series s ON s.participant_id = p.id
              JOIN imputed i ON i.series_id = s.id AND (i.ts < (p.enrolled_from::timestamp AT TIME ZONE 'UTC') + interval '14 hours'
                                                    OR i.ts >= (p.enrolled_until::timestamp AT TIME ZONE 'UTC') + interval '10 hours')
             CROSS JOIN LATERAL (SELECT (i.ts AT TIME ZONE z.zone)::date AS local_date FROM participant_zone z
                                  WHERE z.participant_id = p.id AND z.valid_from <= i.ts ORDER BY z.valid_from DESC LIMIT 1) AS day
             WHERE day.local_date < p.enrolled_from OR day.local_date > p.enrolled_until
             GROUP BY i.series_id ORDER BY i.series_id
            """;

    private final Database database;

    /** What is wrong with a value. */
    public enum Fault {
        /** Its minute has a sample. */
        MEASURED("in minutes that were measured"),
        /** The participant did not take part on its day. */
        NOT_ENROLLED("outside enrolment");

        private final String words;

        Fault(String words) {
            this.words = words;
        }
    }

    /**
     * Values of a series that ought not to be there.
     *
     * @param fault what is wrong with them
     * @param series number of the series
     * @param values how many
     * @param first minute of the first one
     * @param last minute of the last one
     */
    public record Finding(Fault fault, int series, long values, Instant first, Instant last) {
        @Override
        public String toString() {
            return "imputed: series %d has %,d values %s, from %s to %s"
                    .formatted(series, values, fault.words, first, last);
        }
    }

    public ImputedCheck(Database database) {
        this.database = database;
    }

    /** Looks at all of them. */
    public Future<List<Finding>> run() {
        return find(Fault.MEASURED, MEASURED)
                .compose(measured -> find(Fault.NOT_ENROLLED, NOT_ENROLLED).map(others -> {
                    measured.addAll(others);
                    return measured;
                }));
    }

    private Future<List<Finding>> find(Fault fault, String sql) {
        return database.query(sql).map(rows -> {
            List<Finding> findings = new ArrayList<>();
            for (Row row : rows) {
                findings.add(new Finding(
                        fault,
                        row.getInteger(0),
                        row.getLong(1),
                        row.getOffsetDateTime(2).toInstant(),
                        row.getOffsetDateTime(3).toInstant()));
            }
            return findings;
        });
    }
}
