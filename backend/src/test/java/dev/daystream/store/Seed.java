package dev.daystream.store;

import dev.daystream.config.DatabaseSettings;
import dev.daystream.metrics.Catalog;
import dev.daystream.metrics.DerivedCatalog;
import dev.daystream.metrics.DerivedMetric;
import dev.daystream.metrics.Metric;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;

/** Puts rows into a test database by SQL alone, as any writer would leave them. */
public final class Seed implements AutoCloseable {
    private final Connection connection;

    /** Connects, and writes the metrics of the catalogue and two sources. */
    public Seed(DatabaseSettings settings) {
        try {
            connection = DriverManager.getConnection(settings.jdbcUrl(), settings.user(), settings.password());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        for (Metric metric : Catalog.bundled().metrics()) {
            run(
                    "INSERT INTO metric VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                    metric.id(),
                    metric.key(),
                    metric.name(),
                    metric.unit(),
                    metric.kind().name().toLowerCase(Locale.ROOT),
                    metric.scope().name().toLowerCase(Locale.ROOT),
                    metric.display(),
                    metric.family(),
                    metric.present().name().toLowerCase(Locale.ROOT));
        }
        for (DerivedMetric metric : DerivedCatalog.bundled().metrics()) {
            run(
                    "INSERT INTO derived_metric VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                    metric.id(),
                    metric.key(),
                    metric.name(),
                    metric.unit(),
                    metric.version());
        }
        run("INSERT INTO source (key) VALUES ('fitbit'), ('fitabase') ON CONFLICT DO NOTHING");
    }

    /** Adds a participant who always lived in one zone; ids are 1, 2, 3 and so on. */
    public long participant(String name, String zone) {
        long id = number(
                "INSERT INTO participant (id, name) SELECT coalesce(max(id), 0) + 1, ? FROM participant RETURNING id",
                name);
        run("INSERT INTO participant_zone VALUES (?, '-infinity', ?)", id, zone);
        return id;
    }

    /** Lets a participant move. */
    public void move(long participant, String from, String zone) {
        run("INSERT INTO participant_zone VALUES (?, ?::timestamptz, ?)", participant, from, zone);
    }

    /** Adds a series. */
    public int series(long participant, String metric, String source, int cadence) {
        return (int) number("""
                INSERT INTO series (participant_id, metric_id, source_id, cadence)
                VALUES (?, (SELECT id FROM metric WHERE key = ?), (SELECT id FROM source WHERE key = ?), ?) RETURNING id
                """, participant, metric, source, cadence);
    }

    /**
     * Adds samples at equal distances and rebuilds the roll-ups of the series.
     *
     * @param value SQL for the value, which may use n, the number of the sample from 0
     */
    public void samples(int series, String from, String to, int seconds, String value) {
        run("""
                INSERT INTO sample (ts, series_id, value)
                SELECT ts, ?, (%s)::real
                  FROM generate_series(?::timestamptz, ?::timestamptz - interval '1 microsecond',
                                       make_interval(secs => ?)) WITH ORDINALITY AS g(ts, place),
                       LATERAL (SELECT place - 1) AS numbered(n)
                """.formatted(value), series, from, to, seconds);
        rollUp(series);
    }

    /** Rebuilds all roll-ups of a series from its samples. */
    public void rollUp(int series) {
        String[][] levels = {{"rollup_1m", "minute"}, {"rollup_1h", "hour"}, {"rollup_1d", "day"}};
        for (String[] level : levels) {
            String minutes = level[1].equals("minute") ? "" : ", count(DISTINCT date_trunc('minute', ts, 'UTC'))";
            run("DELETE FROM " + level[0] + " WHERE series_id = ?", series);
            run(
                    "INSERT INTO " + level[0] + " SELECT date_trunc('" + level[1]
                            + "', ts, 'UTC'), series_id, count(*),"
                            + " sum(value::float8), min(value), max(value)" + minutes
                            + " FROM sample WHERE series_id = ?"
                            + " GROUP BY 1, 2 ORDER BY 1",
                    series);
        }
    }

    /** Adds a delivery and returns its id; one with samples shows measurements until the end of the day. */
    public long delivery(long participant, String source, String dataType, String date, int samples) {
        return number("""
                INSERT INTO delivery (participant_id, source_id, data_type, local_date, samples, revision, delivered_at, measured_until)
                SELECT p.id, (SELECT id FROM source WHERE key = ?), ?, date, ?, 1, now(),
                       CASE WHEN ? > 0 THEN (date + 1)::timestamp AT TIME ZONE
                           (SELECT zone FROM participant_zone WHERE participant_id = p.id ORDER BY valid_from LIMIT 1) - interval '1 second' END
                  FROM participant p, (SELECT ?::date) AS day(date)
                 WHERE p.id = ?
                RETURNING id
                """, source, dataType, samples, samples, date, participant);
    }

    /** Sets until when a participant was measured, on the newest of their days. */
    public void measured(long participant, String instant) {
        run("""
                UPDATE delivery SET measured_until = ?::timestamptz
                 WHERE participant_id = ? AND local_date = (SELECT max(local_date) FROM delivery WHERE participant_id = ?)
                """, instant, participant, participant);
    }

    /** Adds deliveries of every day from one date to another. */
    public void deliveries(long participant, String dataType, String first, String last) {
        LocalDate.parse(first)
                .datesUntil(LocalDate.parse(last).plusDays(1))
                .forEach(date -> delivery(participant, "fitbit", dataType, date.toString(), 100));
    }

    /** Runs a statement; returns how many rows it changed. */
    public int run(String sql, Object... parameters) {
        try (PreparedStatement statement = prepared(sql, parameters)) {
            return statement.execute() ? 0 : statement.getUpdateCount();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Runs a statement that returns one number. */
    public long number(String sql, Object... parameters) {
        try (PreparedStatement statement = prepared(sql, parameters);
                ResultSet found = statement.executeQuery()) {
            found.next();
            return found.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Runs statements that take effect together. */
    public void together(Runnable statements) {
        try {
            connection.setAutoCommit(false);
            statements.run();
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private PreparedStatement prepared(String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
