package dev.daystream.store.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A running PostgreSQL server process, as its {@code postmaster.pid} tells.
 *
 * @param process the server
 * @param port TCP port it listens on
 */
record Postmaster(ProcessHandle process, int port) {
    private static final int STOP_SECONDS = 60;

    /** Returns the server that runs on a data directory, or null if none does. */
    static @Nullable Postmaster of(Path directory) {
        try {
            List<String> lines = Files.readAllLines(directory.resolve("postmaster.pid"));
            if (lines.size() < 4) {
                return null;
            }
            ProcessHandle process =
                    ProcessHandle.of(Long.parseLong(lines.get(0).trim())).orElse(null);
            return process != null && isServer(process, lines.get(1).strip())
                    ? new Postmaster(process, Integer.parseInt(lines.get(3).trim()))
                    : null;
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException | NumberFormatException e) {
            return null;
        }
    }

    /** After a crash of the machine the number in the file may be another server's by now, which is none of our business. */
    private static boolean isServer(ProcessHandle process, String directory) {
        ProcessHandle.Info info = process.info();
        return process.isAlive()
                && info.command().map(command -> command.contains("postgres")).orElse(false)
                && info.arguments()
                        .map(arguments -> Arrays.asList(arguments).contains(directory))
                        .orElse(true);
    }

    /** Stops the server fast (open transactions are rolled back) and waits for it. */
    void stop() throws IOException {
        // SIGINT is PostgreSQL's fast shutdown; ProcessHandle can only send SIGTERM, which would wait for clients.
        Process signal = new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start();
        try {
            signal.waitFor(10, TimeUnit.SECONDS);
            process.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while the database stopped", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("The database did not stop within " + STOP_SECONDS + " s", e);
        }
    }
}
