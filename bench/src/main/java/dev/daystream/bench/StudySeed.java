package dev.daystream.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A study by SQL alone: what a thousand participants with thirty days each leave behind, but for samples. */
final class StudySeed {
    private static final String[] STATEMENTS = {
        "INSERT INTO source (key) VALUES ('fitbit') ON CONFLICT DO NOTHING",
        """
        INSERT INTO participant (id, name) SELECT n, 'Participant ' || n FROM generate_series(1, %1$d) AS n
        """,
        """
        INSERT INTO participant_zone
        SELECT id, '-infinity', (ARRAY['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'UTC'])[1 + id %% 4] FROM participant
        """,
        """
        INSERT INTO series (participant_id, metric_id, source_id, cadence)
        SELECT p.id, m.id, o.id, 60
          FROM participant p
          JOIN metric m ON m.key IN ('heart_rate', 'steps', 'calories', 'distance', 'floors', 'spo2', 'hrv_rmssd')
          JOIN source o ON o.key = 'fitbit'
        """,
        """
        INSERT INTO connection SELECT p.id, o.id, 'user', 'a', 'r', now(), '' FROM participant p JOIN source o ON o.key = 'fitbit'
        """,
        """
        INSERT INTO ingest_position (participant_id, source_id, next_date, due_at)
        SELECT p.id, o.id, current_date, now() FROM participant p JOIN source o ON o.key = 'fitbit'
        """,
        // Every tenth fell silent some days ago.
        """
        INSERT INTO ingest_run (participant_id, source_id, data_type, local_date, trigger, state, started_at, finished_at, samples, revision)
        SELECT p.id, o.id, type, current_date - back, 'schedule', 'stored', at, at, 1000, 1
          FROM generate_series(30, 1, -1) AS back
         CROSS JOIN participant p
          JOIN source o ON o.key = 'fitbit'
         CROSS JOIN unnest(ARRAY['heart_rate', 'steps', 'calories', 'distance', 'floors', 'spo2', 'hrv', 'sleep']) AS type
         CROSS JOIN LATERAL (SELECT current_date - back + interval '1 day' + make_interval(hours => (p.id %% 12)::int) AS at) AS arrival
         WHERE p.id %% 10 <> 0 OR back > 3 + p.id %% 7
        """,
        """
        INSERT INTO delivery (participant_id, source_id, data_type, local_date, samples, revision, run_id, delivered_at, range_end, measured_until)
        SELECT participant_id, source_id, data_type, local_date, samples, 1, id, finished_at, local_date + interval '1 day',
               local_date + interval '22 h' FROM ingest_run
        """,
        """
        INSERT INTO sleep_session (delivery_id, participant_id, source_id, local_date, external_id, start_at, end_at, main, classic,
                                   minutes_asleep, minutes_awake, minutes_in_bed)
        SELECT id, participant_id, source_id, local_date, id::text, local_date, local_date + interval '7 h', true, false, 400, 20, 420
          FROM delivery WHERE data_type = 'sleep' AND (participant_id + extract(day FROM local_date)::int) %% 3 <> participant_id %% 2
        """,
        // What making it would have left: the state is the sum of the revisions of the day and its neighbours.
        """
        INSERT INTO wear_day
        SELECT d.participant_id, d.local_date, d.local_date::timestamp AT TIME ZONE z.zone, (d.local_date + 1)::timestamp AT TIME ZONE z.zone,
               (SELECT sum(revision) FROM delivery n WHERE n.participant_id = d.participant_id AND n.source_id = d.source_id
                   AND n.data_type = 'heart_rate' AND n.local_date BETWEEN d.local_date - 1 AND d.local_date + 1),
               800 + (d.participant_id * 7 + d.id) %% 600, 800 + (d.participant_id * 7 + d.id) %% 600
          FROM delivery d JOIN participant_zone z ON z.participant_id = d.participant_id
         WHERE d.data_type = 'heart_rate'
        """,
        "INSERT INTO participant_email SELECT id, 'p' || id || '@example.org' FROM participant",
        "ANALYZE",
    };

    private StudySeed() {}

    /** Puts them in place of whatever participants there are. */
    static void plant(Connection connection, int participants) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : STATEMENTS) {
                statement.execute(sql.formatted(participants));
            }
        }
    }
}
