package dev.daystream.store.server;

import dev.daystream.config.DatabaseSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL server whose data lie in a directory of ours.
 *
 * <p>Several processes may use one at a time: whoever comes first starts it, the others join, whoever leaves last stops it. A server that
 * a killed process left behind is stopped and started anew; PostgreSQL then recovers by itself.
 */
public final class EmbeddedServer implements AutoCloseable {
    private static final String USER = "postgres";
    private static final String DATABASE = "daystream";
    private static final Duration START_LIMIT = Duration.ofMinutes(2);

    private final Path directory;
    private final int port;
    private final FileChannel userFile;
    private FileLock user;

    private EmbeddedServer(Path directory, int port, FileChannel userFile, FileLock user) {
        this.directory = directory;
        this.port = port;
        this.userFile = userFile;
        this.user = user;
    }

    /**
     * Joins the server of a data directory, or starts it. Blocks.
     *
     * @param dataDirectory where everything of the program lies; the server takes {@code postgresql/} in it
     * @throws IOException if it does not start
     */
    public static EmbeddedServer join(Path dataDirectory) throws IOException {
        Path directory =
                Files.createDirectories(dataDirectory).resolve("postgresql").toAbsolutePath();
        FileChannel users = open(dataDirectory.resolve("postgresql.users"));
        try (FileChannel gate = open(dataDirectory.resolve("postgresql.gate"));
                FileLock starting = gate.lock()) {
            FileLock alone = users.tryLock();
            int port;
            if (alone == null) {
                Postmaster running = Postmaster.of(directory);
                if (running == null) {
                    throw new IOException("The database in " + directory
                            + " is in use by a process that is just stopping; try again");
                }
                port = running.port();
            } else {
                Postmaster left = Postmaster.of(directory);
                if (left != null) {
                    left.stop();
                }
                port = start(directory);
                alone.release();
            }
            return new EmbeddedServer(directory, port, users, users.lock(0, Long.MAX_VALUE, true));
        } catch (IOException | RuntimeException e) {
            users.close();
            throw e;
        }
    }

    /** Returns how to reach the program's database on it. */
    public DatabaseSettings settings() {
        return new DatabaseSettings("127.0.0.1", port, DATABASE, USER, "");
    }

    /** Leaves the server; the last one to leave stops it. Blocks. */
    @Override
    public void close() throws IOException {
        try (FileChannel gate = open(directory.resolveSibling("postgresql.gate"));
                FileLock stopping = gate.lock();
                FileChannel users = userFile) {
            user.release();
            FileLock alone = users.tryLock();
            Postmaster running = Postmaster.of(directory);
            if (alone != null && running != null) {
                running.stop();
            }
        }
    }

    private static int start(Path directory) throws IOException {
        if (!Files.exists(directory.resolve("PG_VERSION"))) {
            initialise(directory);
        }
        int port = freePort();
        server(directory, port).start();
        createDatabase(port);
        return port;
    }

    /** Makes a cluster beside its place and moves it there when it is whole: a first start that is killed leaves nothing half made. */
    private static void initialise(Path directory) throws IOException {
        Path draft = directory.resolveSibling("postgresql.new");
        Postmaster left = Postmaster.of(draft);
        if (left != null) {
            left.stop();
        }
        deleteAll(draft);
        server(draft, freePort()).start().close();
        Files.move(draft, directory, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void deleteAll(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static EmbeddedPostgres.Builder server(Path directory, int port) throws IOException {
        // The library's own defaults suit tests: it turns fsync off and empties the directory. Both are turned back
        // here.
        return EmbeddedPostgres.builder()
                .setDataDirectory(directory)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START_LIMIT)
                .setOverrideWorkingDirectory(binaries().toFile())
                .setPort(port)
                .setLocaleConfig("locale", "C")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("max_connections", "100")
                .setServerConfig("max_wal_size", "4GB")
                .setServerConfig("checkpoint_timeout", "15min")
                .setServerConfig("jit", "off")
                .setServerConfig("timezone", "UTC")
                .setServerConfig("logging_collector", "on")
                .setServerConfig("log_filename", "postgresql-%a.log")
                .setServerConfig("log_truncate_on_rotation", "on");
    }

    private static Path binaries() throws IOException {
        return Files.createDirectories(Path.of(System.getProperty("user.home"), ".cache", "daystream"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void createDatabase(int port) throws IOException {
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
        try (Connection connection = DriverManager.getConnection(url, USER, "");
                Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
            if (!found.next()) {
                try (Statement create = connection.createStatement()) {
                    create.execute("CREATE DATABASE " + DATABASE);
                }
            }
        } catch (SQLException e) {
            throw new IOException("The embedded database does not answer: " + e.getMessage(), e);
        }
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /** Returns where a running server of that data directory can be reached, or null if none runs. */
    public static @Nullable DatabaseSettings running(Path dataDirectory) {
        Postmaster postmaster =
                Postmaster.of(dataDirectory.resolve("postgresql").toAbsolutePath());
        return postmaster == null ? null : new DatabaseSettings("127.0.0.1", postmaster.port(), DATABASE, USER, "");
    }
}
