package dev.daystream.store;

import static dev.daystream.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.daystream.config.DatabaseSettings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The bridge does for both drivers what a server would, and the engine behind it is the whole of TimescaleDB. */
@EnabledIf("isAvailable")
class TimescaleWasmTest {
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final Vertx VERTX = Vertx.vertx();
    private static DatabaseSettings settings;
    private static PgConnection client;

    static boolean isAvailable() {
        return TestServers.has(TestEngine.WASM);
    }

    @BeforeAll
    static void connect() throws SQLException {
        settings = TestDatabase.createEmpty(TestEngine.WASM);
        client = await(PgConnection.connect(VERTX, Database.connectOptions(settings)));
        try (Connection connection = jdbc()) {
            run(connection, """
                    CREATE EXTENSION IF NOT EXISTS timescaledb;
                    CREATE TABLE point (ts timestamptz NOT NULL, series_id integer NOT NULL, value real NOT NULL) WITH (
                        tsdb.hypertable, tsdb.partition_column = 'ts', tsdb.create_default_indexes = false,
                        tsdb.segmentby = 'series_id', tsdb.orderby = 'ts');
                    CREATE FUNCTION doubled(number integer) RETURNS integer LANGUAGE plpgsql AS $$
                    BEGIN
                        RETURN 2 * number; -- a semicolon; and another
                    END $$;
                    DO $$ BEGIN PERFORM doubled(1); END $$
                    """);
        }
    }

    @AfterAll
    static void drop() {
        await(client.close());
        await(VERTX.close());
        TestDatabase.dropAll(TestEngine.WASM);
    }

    private static Connection jdbc() throws SQLException {
        return DriverManager.getConnection(settings.jdbcUrl(), settings.user(), settings.password());
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            found.next();
            return found.getString(1);
        }
    }

    private static Row row(String sql, Object... parameters) {
        RowSet<Row> rows = await(client.preparedQuery(sql).execute(Tuple.wrap(parameters)));
        return rows.iterator().next();
    }

    private static long copy(Connection connection, int series, int count) throws SQLException {
        BinaryRows rows = new BinaryRows(count, 3, 16);
        IntStream.range(0, count)
                .forEach(i -> rows.row(3)
                        .instant(START.plusSeconds(5L * i).toEpochMilli())
                        .integer(series)
                        .real(60 + i % 12));
        return rows.copyInto(connection, "point (ts, series_id, value)");
    }

    @Test
    void samplesGoStraightIntoTheColumnstoreAndThroughAggregatesOfAggregates() throws SQLException {
        try (Connection connection = jdbc()) {
            run(connection, "SET timescaledb.enable_direct_compress_copy TO on");
            assertThat(copy(connection, 1, 17_280)).isEqualTo(17_280);
            run(connection, """
                    CREATE MATERIALIZED VIEW point_1m WITH (timescaledb.continuous) AS
                        SELECT time_bucket('1 minute', ts) AS bucket, series_id, count(*), sum(value::float8) AS sum FROM point
                         GROUP BY 1, 2 WITH NO DATA
                    """);
            run(connection, """
                    CREATE MATERIALIZED VIEW point_1h WITH (timescaledb.continuous) AS
                        SELECT time_bucket('1 hour', bucket) AS hour, series_id, sum(count) AS count, sum(sum) AS sum FROM point_1m
                         GROUP BY 1, 2 WITH NO DATA
                    """);
            run(connection, "CALL refresh_continuous_aggregate('point_1m', NULL, NULL)");
            run(connection, "CALL refresh_continuous_aggregate('point_1h', NULL, NULL)");
        }
        assertThat(row("SELECT count(*) FROM point WHERE series_id = 1").getLong(0))
                .isEqualTo(17_280);
        assertThat(row("SELECT count(*) FROM ONLY _timescaledb_internal._hyper_1_1_chunk WHERE series_id = 1")
                        .getLong(0))
                .as("rows outside the columnstore")
                .isZero();
        Row hours = row("SELECT count(*), sum(count)::bigint, sum(sum) FROM point_1h WHERE series_id = $1", 1);
        assertThat(hours.getLong(0)).isEqualTo(24);
        assertThat(hours.getLong(1)).isEqualTo(17_280);
        assertThat(hours.getDouble(2)).isCloseTo(17_280 * 65.5, within(1e-6));
    }

    @Test
    void gapsAreFilled() throws SQLException {
        try (Connection connection = jdbc()) {
            assertThat(copy(connection, 2, 24)).isEqualTo(24);
        }
        RowSet<Row> rows = await(client.preparedQuery("""
                SELECT time_bucket_gapfill('1 minute', ts, start => $2::timestamptz, finish => $3::timestamptz) AS bucket,
                       locf(max(value)) FROM point
                 WHERE series_id = $1 AND ts >= $2 AND ts < $3 GROUP BY 1 ORDER BY 1
                """)
                .execute(Tuple.of(
                        2,
                        START.atOffset(ZoneOffset.UTC),
                        START.plusSeconds(300).atOffset(ZoneOffset.UTC))));
        assertThat(rows).extracting(one -> one.getFloat(1)).containsExactly(71f, 71f, 71f, 71f, 71f);
    }

    @Test
    void transactionsOfSeveralConnectionsDoNotMix() throws SQLException {
        try (Connection first = jdbc();
                Connection second = jdbc()) {
            run(first, "CREATE TABLE counter AS SELECT 0 AS n");
            first.setAutoCommit(false);
            run(first, "UPDATE counter SET n = n + 1");
            Future<Integer> waiting = client.preparedQuery("SELECT n FROM counter")
                    .execute()
                    .map(rows -> rows.iterator().next().getInteger(0));
            run(first, "UPDATE counter SET n = n + 1");
            assertThat(waiting.isComplete()).isFalse();
            first.rollback();
            assertThat(await(waiting)).isZero();
            assertThat(text(second, "SELECT n FROM counter")).isEqualTo("0");
        }
    }

    @Test
    void aConnectionThatIsLostInATransactionLeavesNothing() throws SQLException {
        try (Connection other = jdbc()) {
            run(other, "CREATE TABLE half (n integer)");
            Connection lost = jdbc();
            lost.setAutoCommit(false);
            run(lost, "INSERT INTO half VALUES (1)");
            lost.abort(Runnable::run);
            assertThat(text(other, "SELECT count(*) FROM half")).isEqualTo("0");
        }
    }

    @Test
    void everyConnectionKeepsItsOwnSettingsAndStatements() throws SQLException {
        try (Connection first = jdbc();
                Connection second = jdbc()) {
            run(first, "SET work_mem TO '7MB'; SET TimeZone TO 'Asia/Kathmandu'");
            assertThat(text(second, "SHOW work_mem")).isEqualTo("4MB");
            assertThat(row("SHOW timezone").getString(0)).isEqualTo("UTC");
            assertThat(text(first, "SHOW work_mem") + text(first, "SHOW timezone"))
                    .isEqualTo("7MBAsia/Kathmandu");
            try (var one = first.prepareStatement("SELECT 'first' || ?");
                    var two = second.prepareStatement("SELECT 'second' || ?")) {
                for (int i = 0; i < 8; i++) {
                    for (var statement : List.of(one, two)) {
                        statement.setInt(1, i);
                        try (ResultSet found = statement.executeQuery()) {
                            found.next();
                            assertThat(found.getString(1)).isEqualTo((statement == one ? "first" : "second") + i);
                        }
                    }
                }
            }
        }
    }

    @Test
    void errorsHaveTheirStatesAndTheConnectionGoesOn() throws SQLException {
        try (Connection connection = jdbc()) {
            assertThatThrownBy(() -> new BinaryRows(0, 1, 4).copyInto(connection, "nowhere (n)"))
                    .hasFieldOrPropertyWithValue("SQLState", "42P01");
            assertThatThrownBy(() -> text(connection, "SELECT 1 / 0")).hasFieldOrPropertyWithValue("SQLState", "22012");
            assertThat(text(connection, "SELECT doubled(21)")).isEqualTo("42");
        }
        DatabaseSettings nowhere = new DatabaseSettings(settings.host(), settings.port(), "nowhere", "postgres", "");
        assertThatThrownBy(() -> DriverManager.getConnection(nowhere.jdbcUrl(), "postgres", ""))
                .hasFieldOrPropertyWithValue("SQLState", "3D000");
    }

    @Test
    void onlyWhoListensIsTold() {
        List<String> heard = new CopyOnWriteArrayList<>();
        PgConnection listener = await(PgConnection.connect(VERTX, Database.connectOptions(settings)));
        PgConnection another = await(PgConnection.connect(VERTX, Database.connectOptions(settings)));
        listener.notificationHandler(told -> heard.add("listener " + told.getPayload()));
        another.notificationHandler(told -> heard.add("another " + told.getPayload()));
        await(listener.query("LISTEN \"Some channel\"").execute());
        await(another.query("LISTEN other").execute());
        row("SELECT pg_notify('Some channel', $1)", "a");
        row("SELECT pg_notify('other', $1)", "b");
        await(another.query("UNLISTEN *").execute());
        row("SELECT pg_notify('other', $1)", "c");
        row("SELECT pg_notify('Some channel', $1)", "d");
        await(listener.query("SELECT 1").execute());
        await(Future.all(listener.close(), another.close()));
        assertThat(heard).containsExactlyInAnyOrder("listener a", "another b", "listener d");
    }
}
