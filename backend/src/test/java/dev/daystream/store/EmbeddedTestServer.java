package dev.daystream.store;

import dev.daystream.config.DatabaseSettings;
import dev.daystream.store.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** The embedded server with a directory that goes with it. */
final class EmbeddedTestServer {
    private EmbeddedTestServer() {}

    static DatabaseSettings start() {
        try {
            Path directory = Files.createTempDirectory("daystream-test");
            EmbeddedServer server = EmbeddedServer.join(directory);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, directory)));
            return server.settings();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stop(EmbeddedServer server, Path directory) {
        try {
            server.close();
            try (var files = Files.walk(directory)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        } catch (IOException e) {
            System.err.println("The test database was left behind in " + directory + ": " + e.getMessage());
        }
    }
}
