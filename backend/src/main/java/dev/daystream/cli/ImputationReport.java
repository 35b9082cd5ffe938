package dev.daystream.cli;

import dev.daystream.ingest.ImputationProgress;
import dev.daystream.store.ImputationRuns;
import dev.daystream.store.ImputationRuns.Counts;
import java.io.PrintStream;
import java.util.Map;
import java.util.stream.Collectors;

/** Says in words what a run of imputation does and has done. */
final class ImputationReport {
    private static final long TERMINAL_MILLIS = 100;
    private static final long PLAIN_MILLIS = 5_000;

    private final PrintStream out;
    private final boolean dryRun;
    /** Told by the launcher, which can ask the shell. */
    private final boolean terminal = Boolean.getBoolean("daystream.terminal");

    private final long begin = System.nanoTime();
    private long shown = System.nanoTime() / 1_000_000;
    private boolean open;

    ImputationReport(PrintStream out, boolean dryRun) {
        this.out = out;
        this.dryRun = dryRun;
    }

    /** Shows how far it is, now and then. */
    synchronized void step(ImputationProgress progress) {
        long now = System.nanoTime() / 1_000_000;
        if (now - shown < (terminal ? TERMINAL_MILLIS : PLAIN_MILLIS)) {
            return;
        }
        shown = now;
        double seconds = seconds();
        String line = "impute: %,d of %,d participants, %,d of %,d days, %,d minutes filled, %,.0f days/s, %s"
                .formatted(
                        progress.counts().participants(),
                        progress.participants(),
                        progress.daysDone(),
                        progress.days(),
                        progress.counts().minutes(),
                        progress.daysDone() / seconds,
                        ProgressLine.left(seconds, (double) progress.daysDone() / Math.max(1, progress.days())));
        out.print(terminal ? "\r\033[K" + line : line + System.lineSeparator());
        out.flush();
        open = terminal;
    }

    /** Shows what came of it. */
    synchronized void end(ImputationProgress done) {
        if (open) {
            out.print("\r\033[K");
        }
        Counts counts = done.counts();
        out.printf(
                "%s: %,d minutes in %,d gaps%s, in %,d days of %,d participants; %.1f s%n",
                dryRun ? "Would fill" : runs(done) + " filled",
                counts.minutes(),
                counts.gaps(),
                done.cancelled() ? " before it was stopped" : "",
                done.daysDone(),
                done.participants(),
                seconds());
        if (counts.daysKept() > 0) {
            out.printf("%,d days of a series were made before and still hold%n", counts.daysKept());
        }
        if (!counts.refused().isEmpty()) {
            out.println("left as they are: " + refused(counts.refused()));
        }
        if (counts.daysSkipped() > 0) {
            out.printf(
                    "%,d days of a series changed again and again meanwhile; do it once more%n", counts.daysSkipped());
        }
        if (!dryRun && counts.minutes() > 0) {
            done.runs().forEach(run -> out.printf("To take them away: ./daystream impute --undo %d%n", run));
        }
    }

    /** Returns a run in a line. */
    static String line(ImputationRuns.Run run) {
        return "%4d  %s  %-9s  %s v%d, %,d minutes in %,d gaps, %,d in effect%s"
                .formatted(
                        run.id(),
                        run.startedAt().truncatedTo(java.time.temporal.ChronoUnit.SECONDS),
                        run.state(),
                        run.method(),
                        run.version(),
                        run.counts().minutes(),
                        run.counts().gaps(),
                        run.inEffect(),
                        run.error() == null ? "" : ": " + run.error());
    }

    private static String runs(ImputationProgress done) {
        return (done.runs().size() == 1 ? "Run " : "Runs ")
                + done.runs().stream().map(String::valueOf).collect(Collectors.joining(" and "));
    }

    private double seconds() {
        return Math.max(0.001, (System.nanoTime() - begin) / 1e9);
    }

    private static String refused(Map<String, Long> refused) {
        return refused.entrySet().stream()
                .map(entry -> "%,d gaps %s".formatted(entry.getValue(), entry.getKey()))
                .collect(Collectors.joining(", "));
    }
}
