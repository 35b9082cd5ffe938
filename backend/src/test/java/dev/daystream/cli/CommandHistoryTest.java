package dev.daystream.cli;

import static dev.daystream.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.Main;
import dev.daystream.config.DatabaseSettings;
import dev.daystream.ingest.IngestFixture;
import dev.daystream.ingest.JobRunner;
import dev.daystream.model.Job;
import dev.daystream.model.JobRequest;
import dev.daystream.model.JobState;
import dev.daystream.model.JobTrigger;
import dev.daystream.model.Trigger;
import dev.daystream.store.JobReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Commands in processes of their own, as the history of jobs shows them. */
class CommandHistoryTest {
    private static final IngestFixture FIXTURE = new IngestFixture().begun();
    private static final JobReader READER = new JobReader(FIXTURE.wiring.database());
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");
    private static final List<Process> STARTED = new ArrayList<>();

    @BeforeAll
    static void deliver() {
        await(FIXTURE.fetching.days().take(FIXTURE.participant(1), DAY, Trigger.MANUAL));
    }

    @AfterAll
    static void close() {
        // What outlives a failure here would keep its connections from the tests that follow.
        STARTED.forEach(Process::destroyForcibly);
        FIXTURE.close();
    }

    private static Process start(String... arguments) {
        DatabaseSettings server = FIXTURE.server;
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
        process.redirectOutput(FIXTURE.directory.resolve("command.txt").toFile());
        process.environment()
                .putAll(Map.of(
                        "DAYSTREAM_DATA_DIR",
                        FIXTURE.directory.toString(),
                        "DAYSTREAM_DATABASE_URL",
                        "postgres://%s:%s@%s:%d/%s"
                                .formatted(
                                        server.user(),
                                        server.password(),
                                        server.host(),
                                        server.port(),
                                        server.database())));
        try {
            Process started = process.start();
            STARTED.add(started);
            return started;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int exitCode(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Job newest() {
        return await(READER.page(null, null, Long.MAX_VALUE, 1)).get(0);
    }

    private static Job after(int exitCode, String... arguments) {
        assertThat(exitCode(start(arguments))).as(String.join(" ", arguments)).isEqualTo(exitCode);
        Job job = newest();
        assertThat(job.trigger()).isEqualTo(JobTrigger.COMMAND);
        assertThat(job.exitCode()).isEqualTo(exitCode);
        assertThat(job.startedAt()).isNotNull();
        assertThat(job.endedAt()).isNotNull();
        return job;
    }

    @Test
    void everyCommandThatWorksIsAJob() throws IOException {
        Job impute = after(0, "impute", "--participant", "1", "--metric", "steps", "--dry-run");
        assertThat(impute.request())
                .isEqualTo(new JobRequest.Impute(List.of(1L), List.of("steps"), null, null, null, true));
        assertThat(impute.state()).isEqualTo(JobState.DONE);
        assertThat(impute.progress().done())
                .isEqualTo(1)
                .isEqualTo(impute.progress().total());
        assertThat(impute.result())
                .isNotNull()
                .satisfies(result -> assertThat(result.words()).endsWith("would be filled"));

        Job reparse = after(0, "reparse", "--from", DAY.toString(), "--to", DAY.toString(), "--dry-run");
        assertThat(reparse.request()).isEqualTo(new JobRequest.Reparse(List.of(), DAY, DAY, null, true));
        assertThat(reparse.result())
                .isNotNull()
                .satisfies(result -> assertThat(result.counts()).containsEntry("same", 14L));

        Job derive = after(0, "derive", "--participant", "1");
        assertThat(derive.result())
                .isNotNull()
                .satisfies(result -> assertThat(result.counts()).containsEntry("days", 1L));
        assertThat(after(0, "verify").result())
                .isNotNull()
                .satisfies(result -> assertThat(result.words()).isEqualTo("Every roll-up agrees with its samples"));

        Job undo = after(2, "impute", "--undo", "99");
        assertThat(undo.request()).isEqualTo(new JobRequest.UndoImputation(99));
        assertThat(undo.state()).isEqualTo(JobState.FAILED);
        assertThat(undo.error()).isEqualTo("There is no imputation run 99.");

        Path export = Files.createDirectories(FIXTURE.directory.resolve("export"));
        Files.writeString(
                export.resolve("hourlySteps_merged.csv"), "Id,ActivityHour,StepTotal\n1,4/12/2016 12:00:00 AM,7\n");
        Files.writeString(
                export.resolve("dailyActivity_merged.csv"), "Id,ActivityDate,TotalSteps\n1,4/12/2016,nothing\n");
        Job read = after(5, "import", export.toString(), "--zone", "UTC");
        assertThat(read.request()).isEqualTo(new JobRequest.Import(export.toString(), "UTC"));
        assertThat(read.state()).isEqualTo(JobState.DONE);
        assertThat(read.result())
                .isNotNull()
                .satisfies(result -> assertThat(result.findings()).isNotEmpty());
    }

    @Test
    void anImportThatIsStoppedSaysSoInOneLine() throws IOException {
        Path export = Files.createDirectories(FIXTURE.directory.resolve("long export"));
        StringBuilder rows = new StringBuilder("Id,Time,Value\n");
        LocalDate first = DAY.minusYears(20);
        for (LocalDate date = first; date.isBefore(first.plusDays(3_000)); date = date.plusDays(1)) {
            String day = "%d/%d/%d".formatted(date.getMonthValue(), date.getDayOfMonth(), date.getYear());
            for (int minute = 10; minute < 60; minute++) {
                rows.append("9,").append(day).append(" 1:").append(minute).append(":00 AM,60\n");
            }
        }
        Files.writeString(export.resolve("heartrate_seconds_merged.csv"), rows);
        Process stopped = start("import", export.toString(), "--zone", "UTC");
        FIXTURE.until(() -> FIXTURE.number("SELECT count(*) FROM delivery d JOIN source s ON s.id = d.source_id"
                        + " WHERE s.key = 'fitabase'")
                > 20);
        stopped.destroy();
        assertThat(exitCode(stopped)).isNotZero();
        assertThat(newest().state()).isEqualTo(JobState.INTERRUPTED);
        String output = Files.readString(FIXTURE.directory.resolve("command.txt"));
        assertThat(output.lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("import: "))
                        // A loaded machine is no fault of the command's.
                        .filter(line -> !line.contains("has been blocked")))
                .singleElement()
                .asString()
                .matches("Interrupted: [\\d,]+ days are stored\\. The same command imports the rest\\.");
    }

    @Test
    void anErrorOfTheCommandLineIsTheLastLineWithoutTheUsage() throws IOException {
        assertThat(exitCode(start("import", "somewhere"))).isEqualTo(2);
        assertThat(Files.readAllLines(FIXTURE.directory.resolve("command.txt")))
                .containsExactly(
                        "./daystream import --help lists the arguments.", "Missing required option: '--zone=ZONE'");
    }

    @Test
    void aCommandThatIsStoppedOrKilledDoesNotRunForEver() throws SQLException {
        DatabaseSettings server = FIXTURE.server;
        JobRunner service = FIXTURE.wiring.jobs(FIXTURE.fetching);
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            // Whoever undoes a run waits for this.
            statement.execute("LOCK TABLE imputation_run IN ACCESS EXCLUSIVE MODE");
            Process stopped = running("7");
            stopped.destroy();
            FIXTURE.until(() -> newest().state() == JobState.INTERRUPTED);
            assertThat(newest().error()).isEqualTo("The command was stopped; what it had done by then stays");
            stopped.destroyForcibly();

            Process killed = running("8");
            await(service.start());
            assertThat(newest().state()).isEqualTo(JobState.RUNNING);
            killed.destroyForcibly();
            assertThat(exitCode(killed)).isNotZero();
        }
        FIXTURE.until(() -> {
            await(service.look());
            return newest().state() == JobState.INTERRUPTED;
        });
        assertThat(newest().error()).isEqualTo("The command was killed; what it had done by then stays");
        await(service.stop());
    }

    private static Process running(String run) {
        Process process = start("impute", "--undo", run);
        JobRequest request = new JobRequest.UndoImputation(Integer.parseInt(run));
        FIXTURE.until(() -> await(READER.page(null, null, Long.MAX_VALUE, 1)).stream()
                .anyMatch(job -> job.request().equals(request)));
        return process;
    }
}
