package dev.daystream.cli;

import dev.daystream.ingest.Imputation;
import dev.daystream.ingest.ImputationProgress;
import dev.daystream.ingest.ImputationRequest;
import dev.daystream.ingest.ImputeJob;
import dev.daystream.ingest.UndoImputationJob;
import dev.daystream.metrics.Catalog;
import dev.daystream.model.JobRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes values for gaps, in a layer of their own. */
@Command(
        name = "impute",
        description = {
            "Make values for short gaps, in a layer of their own; data are never touched.",
            "What has been made and still holds is left alone. May run beside the service, be broken off and repeated."
        },
        mixinStandardHelpOptions = true)
final class ImputeCommand implements Callable<Integer> {
    private static final int RUNS = 20;

    @Mixin
    PeopleOption people = new PeopleOption();

    @Mixin
    DaysOption days = new DaysOption();

    @Mixin
    EvaluateOption evaluation = new EvaluateOption();

    @Option(
            names = "--metric",
            split = ",",
            paramLabel = "KEY",
            description = "Metrics, such as heart_rate; all that may be imputed if not given.")
    List<String> metrics = new ArrayList<>();

    @Option(
            names = "--method",
            paramLabel = "KEY",
            description = "How values are made; profile for levels and profile-total for amounts if not given.")
    @Nullable
    String method;

    @Option(names = "--dry-run", description = "Count what would be made, and write nothing.")
    boolean dryRun;

    @Option(names = "--undo", paramLabel = "RUN", description = "Take all values of a run away.")
    @Nullable
    Integer undo;

    @Option(names = "--runs", description = "List the newest runs.")
    boolean runs;

    @Override
    public Integer call() {
        days.check();
        if (evaluation.wanted) {
            return evaluate();
        }
        JobRequest.Impute request = new JobRequest.Impute(people.ids, metrics, days.from, days.to, method, dryRun);
        try {
            ImputationRequest.of(request, "cli").check(Catalog.bundled());
        } catch (IllegalArgumentException e) {
            throw new CommandException(ExitCode.USAGE, String.valueOf(e.getMessage()));
        }
        if ((undo != null || runs) && !alone()) {
            throw new CommandException(ExitCode.USAGE, "--undo and --runs stand alone.");
        }
        try (Session session = Session.open()) {
            Imputation imputation = session.wiring().imputation();
            if (runs) {
                return list(imputation);
            }
            return undo == null ? impute(session, imputation, request) : undo(session, imputation, undo);
        }
    }

    private int evaluate() {
        if (method != null || dryRun || runs || undo != null || days.from != null || days.to != null) {
            throw new CommandException(
                    ExitCode.USAGE,
                    "--evaluate compares all methods on the last weeks and writes nothing; only --participant, --metric, --seed, --minutes"
                            + " and --markdown go with it.");
        }
        try (Session session = Session.open()) {
            people.any(session.wiring());
            return evaluation.run(session, people.ids, metrics);
        }
    }

    private boolean alone() {
        return !(undo != null && runs)
                && people.ids.isEmpty()
                && metrics.isEmpty()
                && days.from == null
                && days.to == null
                && method == null
                && !dryRun;
    }

    private int impute(Session session, Imputation imputation, JobRequest.Impute request) {
        // Who is asked for must be there before anything begins.
        people.any(session.wiring());
        return JobHistory.run(session, request, control -> {
            ImputationReport report = new ImputationReport(System.out, request.dryRun());
            ImputationProgress done = Session.await(
                    new ImputeJob(imputation).impute(ImputationRequest.of(request, "cli"), report::step, control));
            report.end(done);
            boolean partly = done.cancelled() || done.counts().daysSkipped() > 0;
            return new JobHistory.Done(
                    partly ? ExitCode.PARTLY : ExitCode.DONE, ImputeJob.result(done, request.dryRun()));
        });
    }

    private static int undo(Session session, Imputation imputation, int run) {
        return JobHistory.run(session, new JobRequest.UndoImputation(run), control -> {
            control.total(1);
            long removed = Session.await(imputation.undo(run).recover(CommandException::usage));
            control.done(1, "run " + run);
            System.out.printf("Run %d is undone: %,d values are gone.%n", run, removed);
            return new JobHistory.Done(ExitCode.DONE, UndoImputationJob.result(run, removed));
        });
    }

    private static int list(Imputation imputation) {
        var found = Session.await(imputation.runs().list(Long.MAX_VALUE, RUNS));
        found.forEach(run -> System.out.println(ImputationReport.line(run)));
        if (found.isEmpty()) {
            System.out.println("Nothing has been imputed yet.");
        }
        return ExitCode.DONE;
    }
}
