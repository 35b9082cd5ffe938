package dev.daystream.store;

import dev.daystream.config.DatabaseSettings;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The connections that every store shares: an asynchronous pool for reading and small writes, and one for writing days. */
public final class Database {
    private static final int CONNECTIONS = 12;
    private static final int WAITING_REQUESTS = 4_096;
    private static final int ANALYSES = 2;
    private static final int WAITING_ANALYSES = 64;
    /** How long a statement of analysis may take. */
    static final int ANALYSIS_SECONDS = 20;

    private final Vertx vertx;
    private final DatabaseSettings settings;
    private final Pool pool;
    private final Pool analysis;
    private final Transactions transactions;
    private volatile @Nullable Engine engine;

    private Database(Vertx vertx, DatabaseSettings settings, Pool pool, Pool analysis) {
        this.vertx = vertx;
        this.settings = settings;
        this.pool = pool;
        this.analysis = analysis;
        this.transactions = new Transactions(vertx, settings);
    }

    /** Opens the pools; connections are made when they are first needed. */
    public static Database open(Vertx vertx, DatabaseSettings settings) {
        return new Database(
                vertx,
                settings,
                pool(vertx, connectOptions(settings), "daystream", CONNECTIONS, WAITING_REQUESTS),
                pool(vertx, analysisOptions(settings), "daystream-analysis", ANALYSES, WAITING_ANALYSES));
    }

    private static Pool pool(Vertx vertx, PgConnectOptions server, String name, int connections, int waiting) {
        PoolOptions options = new PoolOptions()
                .setName(name)
                .setMaxSize(connections)
                .setMaxWaitQueueSize(waiting)
                .setConnectionTimeout(30)
                .setConnectionTimeoutUnit(TimeUnit.SECONDS)
                .setIdleTimeout(10)
                .setIdleTimeoutUnit(TimeUnit.MINUTES);
        return PgBuilder.pool().with(options).connectingTo(server).using(vertx).build();
    }

    static PgConnectOptions connectOptions(DatabaseSettings settings) {
        PgConnectOptions options = new PgConnectOptions()
                .setHost(settings.host())
                .setPort(settings.port())
                .setDatabase(settings.database())
                .setUser(settings.user())
                .setPassword(settings.password())
                .setPipeliningLimit(16);
        options.setCachePreparedStatements(true);
        options.setPreparedStatementCacheMaxSize(512);
        options.setProperties(
                new HashMap<>(Map.of("application_name", "daystream", "timezone", "UTC", "search_path", "public")));
        return options;
    }

    /** What analyses may do: only read, and not for long. Compiling their plans, which look dear, takes longer than running them. */
    private static PgConnectOptions analysisOptions(DatabaseSettings settings) {
        return connectOptions(settings)
                .addProperty("default_transaction_read_only", "on")
                .addProperty("statement_timeout", ANALYSIS_SECONDS + "s")
                .addProperty("jit", "off");
    }

    /** Returns engine and version in words, such as {@code PostgreSQL 18.1} or {@code TimescaleDB 2.29.0 on PostgreSQL 17.6}. */
    public Future<String> engine() {
        return pool.query("SELECT " + EngineOffer.WORDS + " FROM pg_class WHERE oid = 'public.rollup_1m'::regclass")
                .execute()
                .map(rows -> rows.iterator().next().getString(0));
    }

    /** Returns the engine that the schema was made for. */
    Engine engine(Connection connection) throws SQLException {
        Engine known = engine;
        if (known == null) {
            known = Engine.of(connection)
                    .orElseThrow(() -> new SQLException("The database has no schema yet", "42P01"));
            engine = known;
        }
        return known;
    }

    /** Returns how roll-ups follow the samples here. */
    RollUps rollUps(Connection connection) throws SQLException {
        return engine(connection).rollUps();
    }

    /** Has the pool of writing connections measured; the other one is measured by Vert.x. Call once, before it is used. */
    public void measure(MeterRegistry registry) {
        transactions.measure(registry);
    }

    /** Closes all connections. */
    public Future<Void> close() {
        return transactions.close().eventually(analysis::close).eventually(pool::close);
    }

    /** Runs work that takes its time and needs no database, off the event loop. */
    public <T> Future<T> compute(Callable<T> work) {
        return vertx.executeBlocking(work, false);
    }

    DatabaseSettings settings() {
        return settings;
    }

    /** Opens a connection of its own, for what lives as long as a connection does. */
    Future<PgConnection> session() {
        return PgConnection.connect(vertx, connectOptions(settings));
    }

    /** Runs work in a writing transaction, on a thread of its own. */
    <T> Future<T> transaction(Transactions.Work<T> work) {
        return transactions.run(work);
    }

    /** Runs work outside any transaction, statement by statement, on a thread of its own. */
    <T> Future<T> statements(Transactions.Work<T> work) {
        return transactions.runAlone(work);
    }

    Pool pool() {
        return pool;
    }

    /** Returns the few connections for statements that may take seconds, so that they never hold those that answer at once. */
    Pool analysis() {
        return analysis;
    }

    Future<RowSet<Row>> query(String sql, @Nullable Object... parameters) {
        return pool.preparedQuery(sql).execute(Tuple.wrap(parameters));
    }
}
