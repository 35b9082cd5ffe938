package dev.daystream.http;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the HTTP server is set up.
 *
 * @param port TCP port, 0 for any that is free
 * @param host address to bind to
 * @param allowedHosts further Host names that it answers to, in lower case and without port; loopback names always are
 * @param staticDirectory where the dashboard's built files lie, or null if there are none
 * @param version version of the program
 * @param everySeconds seconds between two scheduled days
 * @param startedAt when the program started
 */
public record HttpSettings(
        int port,
        String host,
        Set<String> allowedHosts,
        @Nullable Path staticDirectory,
        String version,
        int everySeconds,
        Instant startedAt) {
    public HttpSettings {
        allowedHosts = Set.copyOf(allowedHosts);
    }
}
