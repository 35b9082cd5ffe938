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
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The connections that every store shares: an asynchronous pool for reading and small writes, and one for writing days. */
public final class Database {
    private static final int CONNECTIONS = 12;
    private static final int WAITING_REQUESTS = 4_096;

    private final Vertx vertx;
    private final DatabaseSettings settings;
    private final Pool pool;
    private final Transactions transactions;

    private Database(Vertx vertx, DatabaseSettings settings, Pool pool) {
        this.vertx = vertx;
        this.settings = settings;
        this.pool = pool;
        this.transactions = new Transactions(vertx, settings);
    }

    /** Opens a pool; connections are made when they are first needed. */
    public static Database open(Vertx vertx, DatabaseSettings settings) {
        PoolOptions options = new PoolOptions()
                .setName("daystream")
                .setMaxSize(CONNECTIONS)
                .setMaxWaitQueueSize(WAITING_REQUESTS)
                .setConnectionTimeout(30)
                .setConnectionTimeoutUnit(TimeUnit.SECONDS)
                .setIdleTimeout(10)
                .setIdleTimeoutUnit(TimeUnit.MINUTES);
        Pool pool = PgBuilder.pool()
                .with(options)
                .connectingTo(connectOptions(settings))
                .using(vertx)
                .build();
        return new Database(vertx, settings, pool);
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
        options.setProperties(Map.of("application_name", "daystream", "timezone", "UTC", "search_path", "public"));
        return options;
    }

    /** Returns the server's own words for engine and version, such as {@code PostgreSQL 18.1}. */
    public Future<String> engine() {
        return pool.query("SELECT current_setting('server_version')")
                .execute()
                .map(rows -> "PostgreSQL " + rows.iterator().next().getString(0).split(" ", 2)[0]);
    }

    /** Has the pool of writing connections measured; the other one is measured by Vert.x. Call once, before it is used. */
    public void measure(MeterRegistry registry) {
        transactions.measure(registry);
    }

    /** Closes all connections. */
    public Future<Void> close() {
        return transactions.close().eventually(pool::close);
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

    Pool pool() {
        return pool;
    }

    Future<RowSet<Row>> query(String sql, @Nullable Object... parameters) {
        return pool.preparedQuery(sql).execute(Tuple.wrap(parameters));
    }
}
