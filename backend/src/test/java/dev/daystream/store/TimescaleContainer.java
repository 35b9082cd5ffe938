package dev.daystream.store;

import dev.daystream.config.DatabaseSettings;
import java.nio.file.Path;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** TimescaleDB as its makers ship it, where Docker has the image; it is never downloaded. */
final class TimescaleContainer {
    private static final String IMAGE = "timescale/timescaledb:2.29.2-pg17";

    private TimescaleContainer() {}

    /** Starts a container that ends with this process. */
    static DatabaseSettings start() throws TestServers.Unavailable {
        Path here = Path.of("").toAbsolutePath();
        if (Commands.exitCode(here, "docker", "version") != 0) {
            throw new TestServers.Unavailable("there is no Docker, or it does not run");
        }
        if (Commands.exitCode(here, "docker", "image", "inspect", IMAGE) != 0) {
            throw new TestServers.Unavailable("Docker has no image " + IMAGE);
        }
        PostgreSQLContainer container = new PostgreSQLContainer(
                        DockerImageName.parse(IMAGE).asCompatibleSubstituteFor("postgres"))
                .withImagePullPolicy(image -> false);
        container.start();
        Runtime.getRuntime().addShutdownHook(new Thread(container::stop));
        return new DatabaseSettings(
                container.getHost(),
                container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
                container.getDatabaseName(),
                container.getUsername(),
                container.getPassword());
    }
}
