package dev.daystream.store.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several processes, some of them killed, on one data directory. */
class EmbeddedServerTest {
    @TempDir
    Path data;

    private final List<Process> users = new ArrayList<>();

    /** A process that joins, says the port, and leaves when its input ends. */
    static final class User {
        public static void main(String[] arguments) throws IOException {
            try (EmbeddedServer server = EmbeddedServer.join(Path.of(arguments[0]))) {
                System.out.println("port " + server.settings().port());
                System.in.transferTo(OutputStream.nullOutputStream());
            }
        }
    }

    @AfterEach
    void stopWhatIsLeft() throws Exception {
        for (Process user : users) {
            leave(user);
        }
        Postmaster left = Postmaster.of(data.resolve("postgresql").toAbsolutePath());
        if (left != null) {
            left.stop();
        }
    }

    private Process join() throws IOException {
        Process user = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        User.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        users.add(user);
        return user;
    }

    private static int port(Process user) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(user.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("port ")) {
                return Integer.parseInt(line.substring(5));
            }
        }
        throw new IOException("The process ended without a port");
    }

    private static void leave(Process user) throws Exception {
        user.getOutputStream().close();
        assertThat(user.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }

    private static String show(int port, String sql) throws SQLException {
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/daystream?user=postgres";
        try (Connection connection = DriverManager.getConnection(url);
                ResultSet row = connection.createStatement().executeQuery(sql)) {
            return row.next() ? row.getString(1) : "";
        }
    }

    private static void execute(int port, String sql) throws SQLException {
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/daystream?user=postgres";
        try (Connection connection = DriverManager.getConnection(url)) {
            connection.createStatement().execute(sql);
        }
    }

    @Test
    void processesShareOneServerAndTheLastStopsItAndAnOrphanIsReplaced() throws Exception {
        Files.createDirectories(data.resolve("postgresql.new").resolve("base"));
        Process first = join();
        int port = port(first);
        Process second = join();
        assertThat(port(second)).isEqualTo(port);

        assertThat(show(port, "SHOW fsync")).isEqualTo("on");
        assertThat(show(port, "SHOW synchronous_commit")).isEqualTo("on");
        assertThat(show(port, "SHOW full_page_writes")).isEqualTo("on");
        assertThat(show(port, "SHOW server_encoding")).isEqualTo("UTF8");
        assertThat(show(port, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
        execute(port, "CREATE TABLE kept AS SELECT 7 AS n");

        leave(first);
        assertThat(show(port, "SELECT n FROM kept")).isEqualTo("7");

        second.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        Postmaster orphan = Postmaster.of(data.resolve("postgresql").toAbsolutePath());
        assertThat(orphan).isNotNull();

        Process third = join();
        int newPort = port(third);
        assertThat(orphan.process().isAlive()).isFalse();
        assertThat(show(newPort, "SELECT n FROM kept")).isEqualTo("7");
        leave(third);
        assertThat(Postmaster.of(data.resolve("postgresql").toAbsolutePath())).isNull();
        assertThat(data.resolve("postgresql.new")).doesNotExist();
    }

    @Test
    void aProcessThatIsNoServerOfThisDirectoryIsLeftAlone() throws IOException {
        Path directory = Files.createDirectories(data.resolve("postgresql"));
        Files.writeString(
                directory.resolve("postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + directory + "\n0\n5432\n",
                StandardCharsets.UTF_8);
        assertThat(Postmaster.of(directory)).isNull();
        Files.writeString(directory.resolve("postmaster.pid"), "half", StandardCharsets.UTF_8);
        assertThat(Postmaster.of(directory)).isNull();
    }
}
