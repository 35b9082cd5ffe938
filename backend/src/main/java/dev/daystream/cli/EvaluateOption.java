package dev.daystream.cli;

import dev.daystream.impute.Imputer;
import dev.daystream.impute.Imputers;
import dev.daystream.impute.selftest.ScoreTable;
import dev.daystream.ingest.ImputationSelfTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The self-test of imputation, as a part of its command. */
final class EvaluateOption {
    private static final List<String> METRICS = List.of("heart_rate", "steps");

    @Option(
            names = "--evaluate",
            description =
                    "Hide known values of the last weeks, make them again by every method, and compare. Writes nothing to the database.")
    boolean wanted;

    @Option(names = "--markdown", paramLabel = "FILE", description = "Write the tables of --evaluate to a file.")
    @Nullable
    Path markdown;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            description = "Chooses what --evaluate hides; the same hides the same.",
            defaultValue = "1")
    long seed;

    @Option(
            names = "--minutes",
            paramLabel = "MINUTES",
            description = "After so many minutes --evaluate begins no further participant (default: ${DEFAULT-VALUE}).",
            defaultValue = "30")
    int minutes;

    /** Runs the self-test; without metrics on those that matter most. */
    int run(Session session, List<Long> participants, List<String> metrics) {
        ImputationSelfTest test = session.wiring().imputationSelfTest();
        var request = new ImputationSelfTest.Request(
                participants, metrics.isEmpty() ? METRICS : metrics, seed, Duration.ofMinutes(minutes));
        var result = Session.await(test.run(
                        request, step -> System.err.printf("%d of %d participants%n", step.done(), step.of()))
                .recover(CommandException::usage));
        String tables = ScoreTable.markdown(
                result.scores(), Imputers.all().stream().map(Imputer::key).toList());
        System.out.printf(
                "%d participants, up to %d days each. For each method: mean absolute error of a minute (the least is bold), bias, mean"
                        + " absolute error of a gap's mean, share of hidden values within the 80 %% intervals.%n%s",
                result.participants(), ImputationSelfTest.DAYS, tables);
        if (markdown != null) {
            write(markdown, tables);
        }
        return ExitCode.DONE;
    }

    private static void write(Path file, String tables) {
        try {
            Files.writeString(file, tables);
        } catch (IOException e) {
            throw new CommandException(ExitCode.FAILED, "The tables cannot be written: " + e.getMessage());
        }
    }
}
