package dev.daystream.ingest;

import static dev.daystream.store.TestDatabase.await;

import dev.daystream.Wiring;
import dev.daystream.config.DatabaseSettings;
import dev.daystream.config.Settings;
import dev.daystream.model.Participant;
import dev.daystream.ops.ServiceMetrics;
import dev.daystream.schedule.Rhythm;
import dev.daystream.simulator.SimulatorConfig;
import dev.daystream.simulator.SimulatorServer;
import dev.daystream.source.Backoff;
import dev.daystream.store.TestDatabase;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** The whole way of a day on real parts: a simulator behind a gateway, a fresh database, a lake of its own. */
public final class IngestFixture implements AutoCloseable {
    private static final long LONGEST_WAIT_NANOS = 180_000_000_000L;

    /** Waits so short that a test need not wait for them. */
    public static final Backoff SHORT =
            new Backoff(4, Duration.ofMillis(2), Duration.ofMillis(10), Duration.ofSeconds(10));

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public final PrometheusMeterRegistry registry = ServiceMetrics.registry();
    public final Vertx vertx = ServiceMetrics.vertx(registry);
    public final DatabaseSettings server = TestDatabase.create();
    public final Path directory = temporary();
    public final SimulatorServer simulator;
    public final Gateway gateway;
    public final Settings settings;
    public final Clock clock;
    public final Wiring wiring;
    public final Wiring.Fetching fetching;
    public final List<DayEnding> endings = java.util.Collections.synchronizedList(new ArrayList<>());

    public IngestFixture() {
        this(SimulatorConfig.forTests(), Map.of(), Clock.systemUTC(), SHORT);
    }

    public IngestFixture(SimulatorConfig config, Map<String, String> environment, Clock clock, Backoff backoff) {
        Map<String, String> variables = new HashMap<>(environment);
        variables.put("DAYSTREAM_DATA_DIR", directory.toString());
        this.settings = Settings.read(variables, Rhythm::isCron);
        this.clock = clock;
        this.simulator = await(SimulatorServer.start(vertx, config));
        this.gateway = await(Gateway.start(vertx, simulator.port()));
        this.wiring = another(backoff);
        this.fetching = fetching(wiring);
        await(wiring.prepare());
    }

    /** Returns another process's view of the same database. */
    public Wiring another(Backoff backoff) {
        return new Wiring(settings, vertx, server, registry, clock, backoff);
    }

    public Wiring.Fetching fetching(Wiring of) {
        return of.fetching(gateway.address(), endings::add);
    }

    /** Makes the three demonstration participants. */
    public IngestFixture begun() {
        await(fetching.firstStart().prepare());
        return this;
    }

    public Participant participant(long id) {
        return await(wiring.participants().find(id)).orElseThrow();
    }

    public void fault(String json) {
        simulator("POST", "/simulator/faults", json);
    }

    public void noFaults() {
        simulator("DELETE", "/simulator/faults", "");
    }

    public void simulator(String method, String path, String json) {
        HttpResponse<byte[]> response = send(HttpRequest.newBuilder()
                .uri(URI.create("http://127.0.0.1:" + simulator.port() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(json))
                .timeout(Duration.ofSeconds(20))
                .build());
        if (response.statusCode() != 204) {
            throw new IllegalStateException(path + " answered " + response.statusCode());
        }
    }

    /** Returns what the simulator tells tests alone. */
    public JsonObject simulatorTells(String path) {
        HttpResponse<byte[]> response = send(HttpRequest.newBuilder()
                .uri(URI.create("http://127.0.0.1:" + simulator.port() + path))
                .timeout(Duration.ofSeconds(20))
                .build());
        if (response.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + response.statusCode());
        }
        return new JsonObject(Buffer.buffer(response.body()));
    }

    /** Returns what the simulator says to a participant's own request. */
    public byte[] payload(long participant, String path) {
        String token = text("SELECT access_token FROM connection WHERE participant_id = " + participant);
        HttpResponse<byte[]> response =
                send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + simulator.port() + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Accept-Language", "de_DE")
                        .timeout(Duration.ofSeconds(20))
                        .build());
        if (response.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + response.statusCode());
        }
        return response.body();
    }

    private static HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The one number that a query gives. */
    public long number(String sql) {
        return Long.parseLong(text(sql));
    }

    /** The one text that a query gives. */
    public String text(String sql) {
        return rows(sql).get(0).get(0);
    }

    /** Every row as texts. */
    public List<List<String>> rows(String sql) {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
                ResultSet found = connection.createStatement().executeQuery(sql)) {
            List<List<String>> rows = new ArrayList<>();
            while (found.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    row.add(String.valueOf(found.getString(i)));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until something has come about. */
    public void until(BooleanSupplier condition) {
        long end = System.nanoTime() + LONGEST_WAIT_NANOS;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("It did not come about within three minutes");
            }
            LockSupport.parkNanos(20_000_000);
        }
    }

    public void update(String sql) {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password())) {
            connection.createStatement().execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Days do not overlap, and roll-ups agree with samples. */
    public List<dev.daystream.store.Verification.Finding> findings() {
        return await(wiring.verification().run(false));
    }

    @Override
    public void close() {
        await(fetching.source().close());
        await(wiring.close());
        await(vertx.close());
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("daystream-ingest");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
