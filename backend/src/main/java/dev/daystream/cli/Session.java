package dev.daystream.cli;

import dev.daystream.Wiring;
import dev.daystream.config.DatabaseSettings;
import dev.daystream.config.Settings;
import dev.daystream.config.SettingsException;
import dev.daystream.ingest.Progress;
import dev.daystream.metrics.Catalog;
import dev.daystream.ops.ServiceMetrics;
import dev.daystream.ops.SimulatorProcess;
import dev.daystream.schedule.Rhythm;
import dev.daystream.store.Migrations;
import dev.daystream.store.server.EmbeddedServer;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a command needs, opened in order and closed in reverse. Its methods block; not for event loops. */
final class Session implements AutoCloseable {
    private final Settings settings;
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private @Nullable Wiring wiring;
    private @Nullable Vertx vertx;

    private Session(Settings settings) {
        this.settings = settings;
    }

    /** Reads the configuration. */
    static Session configured() {
        try {
            Settings settings = Settings.read(System.getenv(), Rhythm::isCron);
            for (String metric : settings.retention().keySet()) {
                if (Catalog.bundled().find(metric) == null) {
                    throw new SettingsException(List.of("DAYSTREAM_RETENTION: there is no metric " + metric));
                }
            }
            return new Session(settings);
        } catch (SettingsException e) {
            throw new CommandException(
                    ExitCode.CONFIGURATION, "The configuration is wrong:\n" + indent(e.getMessage()));
        }
    }

    /** Opens everything up to the stores, without a word. */
    static Session open() {
        Session session = configured();
        // Ctrl-C: an embedded database that we are the last to use is stopped, not left behind.
        Runtime.getRuntime().addShutdownHook(new Thread(session::close));
        try {
            session.openDatabase(line -> {}, ServiceMetrics.unread());
            return session;
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
    }

    Settings settings() {
        return settings;
    }

    Wiring wiring() {
        if (wiring == null) {
            throw new IllegalStateException("The database is not open yet");
        }
        return wiring;
    }

    Vertx vertx() {
        if (vertx == null) {
            throw new IllegalStateException("The database is not open yet");
        }
        return vertx;
    }

    /** Starts or joins the database and brings its schema up to date, saying so in a line each; what then runs is measured. */
    void openDatabase(Consumer<String> say, MeterRegistry registry) {
        DatabaseSettings server = server(say);
        try {
            Migrations.Applied schema = Migrations.apply(server);
            int applied = schema.migrations();
            say.accept("engine         " + schema.offer().words());
            say.accept("migrations     " + (applied == 0 ? "schema is current" : applied + " applied"));
        } catch (RuntimeException e) {
            throw new CommandException(ExitCode.UNAVAILABLE, String.valueOf(e.getMessage()));
        }
        WarmUp.database(server);
        vertx = ServiceMetrics.vertx(registry);
        Vertx open = vertx;
        opened.push(() -> await(open.close()));
        wiring = new Wiring(settings, open, server, registry);
        Wiring wired = wiring;
        opened.push(() -> await(wired.close()));
        await(wired.prepare());
    }

    private DatabaseSettings server(Consumer<String> say) {
        DatabaseSettings named = settings.database();
        if (named != null) {
            say.accept("database       " + named);
            return named;
        }
        try {
            EmbeddedServer embedded = EmbeddedServer.join(settings.dataDirectory());
            opened.push(embedded);
            say.accept("database       embedded PostgreSQL on port "
                    + embedded.settings().port() + ", data in " + settings.dataDirectory());
            return embedded.settings();
        } catch (IOException | RuntimeException e) {
            throw new CommandException(ExitCode.UNAVAILABLE, "The embedded database did not start: " + e.getMessage());
        }
    }

    /** Starts the simulator on its port. */
    URI startSimulator(int port) {
        try {
            SimulatorProcess simulator = SimulatorProcess.start(settings, port);
            opened.push(simulator);
            return simulator.address();
        } catch (IOException e) {
            String advice = port == 0 ? "" : "\nSet DAYSTREAM_SIMULATOR_PORT to another one.";
            throw new CommandException(ExitCode.UNAVAILABLE, e.getMessage() + advice);
        }
    }

    /** Returns what fetches days: from the configured source, from the simulator that runs, or from one of our own. */
    Wiring.Fetching fetching(Progress progress) {
        URI base = settings.sourceUrl();
        boolean ours = settings.fitbitUrl() == null && settings.simulator() && !answers(base);
        return fetching(ours ? startSimulator(0) : base, progress);
    }

    Wiring.Fetching fetching(URI base, Progress progress) {
        WarmUp.http();
        Wiring.Fetching fetching = wiring().fetching(base, progress);
        opened.push(() -> await(fetching.source().close()));
        return fetching;
    }

    /** Has something closed before everything that is open now. */
    synchronized void closeLater(AutoCloseable resource) {
        opened.push(resource);
    }

    /** Returns whether the process is being stopped: what fails then fails because of that. */
    static boolean isStopping() {
        Thread hook = new Thread(() -> {});
        try {
            Runtime.getRuntime().addShutdownHook(hook);
            Runtime.getRuntime().removeShutdownHook(hook);
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }

    /** Waits for a result. */
    static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(7, TimeUnit.DAYS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CommandException known) {
                throw known;
            }
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new IllegalStateException(String.valueOf(cause.getMessage()), cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("Not done within a week", e);
        }
    }

    /** Closes what is open, last first; one that fails does not keep the others from being closed. */
    @Override
    public synchronized void close() {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                System.err.println("While stopping: " + e.getMessage());
            }
        }
    }

    private static boolean answers(URI address) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static String indent(@Nullable String lines) {
        return String.valueOf(lines)
                .lines()
                .map(line -> "  " + line)
                .reduce((a, b) -> a + "\n" + b)
                .orElse("");
    }
}
