package dev.daystream.cli;

import dev.daystream.ingest.Reparse.Result;
import dev.daystream.model.Change;
import dev.daystream.model.JobRequest;
import dev.daystream.model.JobResult;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads payloads again and prints what changes: progress meanwhile, then each day, then the sum. Safe for use by several threads. */
final class ReparseReport {
    private final PrintStream out;
    private final boolean dryRun;
    private final Map<Result.Kind, Integer> counts = new EnumMap<>(Result.Kind.class);
    private final List<Result> told = new ArrayList<>();
    private @Nullable ProgressLine progress;

    ReparseReport(PrintStream out, boolean dryRun) {
        this.out = out;
        this.dryRun = dryRun;
    }

    /** Reads payloads again as a job, prints what came of it, and returns the exit code. */
    static int run(Session session, JobRequest.Reparse request) {
        return JobHistory.run(session, request, control -> {
            ReparseReport report = new ReparseReport(System.out, request.dryRun());
            JobResult result = Session.await(session.wiring()
                    .reparseJob()
                    .run(request, new WatchedControl(control, report::begin, words -> {}), report::add));
            if (!request.dryRun()) {
                Session.await(session.wiring().refresher().run());
            }
            report.end();
            int exitCode = report.sum();
            return new JobHistory.Done(
                    control.isStopping() && exitCode == ExitCode.DONE ? ExitCode.PARTLY : exitCode, result);
        });
    }

    private synchronized void begin(long payloads) {
        progress = payloads == 0 ? null : new ProgressLine(out, "reparse", "payloads", Math.toIntExact(payloads));
    }

    private synchronized void add(Result result) {
        counts.merge(result.kind(), 1, Integer::sum);
        if (result.kind() != Result.Kind.SAME) {
            told.add(result);
        }
        if (progress != null) {
            progress.step(result.samples(), result.kind() == Result.Kind.FAILED ? 1 : 0);
        }
    }

    /** Prints what changed and what failed. */
    private synchronized void end() {
        told.sort(Comparator.comparing((Result result) -> result.delivery().participant())
                .thenComparing(result -> result.delivery().date())
                .thenComparing(result -> result.delivery().source())
                .thenComparing(result -> result.delivery().dataType()));
        told.forEach(this::print);
        told.clear();
    }

    private void print(Result result) {
        switch (result.kind()) {
            case CHANGED -> result.changes().forEach(change -> out.println(result.delivery() + ", " + text(change)));
            case OVERTAKEN -> out.println(result.delivery() + ": another payload took effect meanwhile, left alone");
            case FAILED -> out.println(result.delivery() + ": not read again, " + result.error());
            default -> {}
        }
    }

    private static String text(Change change) {
        String what = change.metric() == null
                ? change.kind().key()
                : change.metric() + (change.kind() == Change.Kind.FIGURE ? " (daily figure)" : "");
        String counts = "%s: %,d added, %,d removed, %,d changed"
                .formatted(what, change.added(), change.removed(), change.changed());
        return change.sumBefore() == null && change.sumAfter() == null
                ? counts
                : counts + ", sum %s -> %s".formatted(number(change.sumBefore()), number(change.sumAfter()));
    }

    private static String number(@Nullable Double value) {
        return value == null ? "none" : "%,.2f".formatted(value);
    }

    /** Prints the sum; returns the exit code. */
    synchronized int sum() {
        int changed = count(Result.Kind.CHANGED);
        int failed = count(Result.Kind.FAILED);
        out.printf(
                "%,d payloads read again: %,d %s, %,d say the same%s%s.%n",
                counts.values().stream().mapToInt(Integer::intValue).sum(),
                changed,
                dryRun ? "would change their day" : "changed their day",
                count(Result.Kind.SAME),
                failed == 0 ? "" : ", %,d could not be read".formatted(failed),
                count(Result.Kind.OVERTAKEN) == 0
                        ? ""
                        : ", %,d were replaced meanwhile".formatted(count(Result.Kind.OVERTAKEN)));
        if (failed > 0) {
            return ExitCode.PARTLY;
        }
        return dryRun && changed > 0 ? ExitCode.DIFFERENT : ExitCode.DONE;
    }

    private int count(Result.Kind kind) {
        return counts.getOrDefault(kind, 0);
    }
}
