package dev.daystream.simulator;

import io.vertx.core.Vertx;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Runs the simulator as a process. Exit codes: 0 standard input ended, 1 could not start, 2 wrong arguments, 143 terminated. */
@CommandLine.Command(
        name = "simulator",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = "Serves the Fitbit Web API's intraday dialect for people who do not exist.")
public final class Main implements Callable<Integer> {
    private static final long STOP_WITHIN_MILLIS = 1_800;

    @CommandLine.Option(names = "--host", defaultValue = "127.0.0.1", description = "Address to bind.")
    private String host = "127.0.0.1";

    @CommandLine.Option(names = "--port", defaultValue = "8787", description = "Port to bind; 0 for a free one.")
    private int port;

    @CommandLine.Option(names = "--seed", defaultValue = "42", description = "What all people and days depend on.")
    private long seed;

    @CommandLine.Option(names = "--participants", defaultValue = "3", description = "Number of people.")
    private int participants;

    @CommandLine.Option(
            names = "--hr-every",
            defaultValue = "irregular",
            description =
                    "Spacing of the heart rate: irregular as from a real watch, or 1s, 5s and so on without any gap.")
    private String heartRateEvery = "irregular";

    @CommandLine.Option(
            names = "--quota",
            defaultValue = "150",
            description = "Requests per person and hour; 0 for any number.")
    private int quota;

    @CommandLine.Option(
            names = "--token-lifetime",
            defaultValue = "28800",
            description = "Seconds that an access token lives.")
    private long tokenLifetime;

    @CommandLine.Option(names = "--variants", description = "Vary the containers among those seen in the wild.")
    private boolean variants;

    @CommandLine.Option(names = "--client-id", defaultValue = "daystream", description = "OAuth client.")
    private String clientId = "daystream";

    @CommandLine.Option(names = "--client-secret", defaultValue = "daystream-demo", description = "Its secret.")
    private String clientSecret = "daystream-demo";

    @CommandLine.Option(names = "--today", description = "Date that it pretends to be, starting at noon UTC.")
    private @Nullable LocalDate today;

    @CommandLine.Option(
            names = "--switches",
            defaultValue = "${env:DAYSTREAM_SIMULATOR_SWITCHES:-}",
            description = "What goes wrong from the beginning: a JSON file, or the JSON itself.")
    private String switches = "";

    @CommandLine.Option(names = "--exit-with-parent", description = "Stop when standard input ends.")
    private boolean exitWithParent;

    /** Runs until stopped. */
    public static void main(String[] arguments) {
        if (System.getProperty("logback.configurationFile") == null) {
            System.setProperty("logback.configurationFile", "simulator-logback.xml");
        }
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        SimulatorConfig config;
        try {
            config = config();
        } catch (IllegalArgumentException e) {
            System.err.println("simulator: " + e.getMessage());
            return CommandLine.ExitCode.USAGE;
        }
        Vertx vertx = Vertx.vertx();
        try {
            SimulatorServer server = SimulatorServer.start(vertx, config)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get();
            System.out.println("simulator listening on http://" + host + ":" + server.port());
            System.out.flush();
        } catch (ExecutionException e) {
            System.err.println("simulator: cannot listen on " + host + ":" + port + ": " + e.getCause());
            vertx.close();
            return CommandLine.ExitCode.SOFTWARE;
        } catch (IllegalArgumentException e) {
            System.err.println("simulator: " + e.getMessage());
            vertx.close();
            return CommandLine.ExitCode.USAGE;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(vertx), "stop"));
        if (exitWithParent) {
            awaitEndOfInput();
        } else {
            new CountDownLatch(1).await();
        }
        return CommandLine.ExitCode.OK;
    }

    private SimulatorConfig config() {
        return new SimulatorConfig(
                host,
                port,
                seed,
                participants,
                spacing(),
                quota,
                tokenLifetime,
                variants,
                clientId,
                clientSecret,
                clock(),
                switches());
    }

    private JsonArray switches() {
        String text = switches.strip();
        try {
            if (!text.isEmpty() && !text.startsWith("[")) {
                text = Files.readString(Path.of(text));
            }
            return text.isEmpty() ? new JsonArray() : new JsonArray(text);
        } catch (IOException | InvalidPathException | DecodeException e) {
            throw new IllegalArgumentException("switches must be a JSON array, or a file that holds one: " + e, e);
        }
    }

    private int spacing() {
        if (heartRateEvery.equals("irregular")) {
            return 0;
        }
        if (!heartRateEvery.matches("[1-9][0-9]{0,3}s")) {
            throw new IllegalArgumentException("hr-every must be irregular or 1s to 3600s, not " + heartRateEvery);
        }
        return Integer.parseInt(heartRateEvery.substring(0, heartRateEvery.length() - 1));
    }

    private Clock clock() {
        if (today == null) {
            return Clock.systemUTC();
        }
        Instant noon = today.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
        return Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), noon));
    }

    private static void awaitEndOfInput() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            System.err.println("simulator: standard input broke: " + e.getMessage());
        }
    }

    private static void stop(Vertx vertx) {
        try {
            vertx.close().toCompletionStage().toCompletableFuture().get(STOP_WITHIN_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            System.err.println("simulator: did not stop cleanly: " + e);
        }
    }
}
