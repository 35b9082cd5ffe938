package dev.daystream.cli;

import dev.daystream.ingest.DayEnding;
import dev.daystream.ingest.Progress;
import java.io.PrintStream;
import java.time.Duration;

/** Shows how long work gets on: one line that is rewritten on a terminal, a plain line now and then elsewhere. */
final class ProgressLine implements Progress {
    private static final long TERMINAL_MILLIS = 100;
    private static final long PLAIN_MILLIS = 5_000;

    private final PrintStream out;
    private final String what;
    private final String unit;
    private final String counted;
    private final int total;
    /** Told by the launcher, which can ask the shell; Java 17 to 25 answer differently. */
    private final boolean terminal = Boolean.getBoolean("daystream.terminal");

    private final long begin = System.nanoTime();
    private long shown;
    private int done;
    private long samples;
    private int failures;

    /**
     * Makes a line.
     *
     * @param what what is being done
     * @param total participant-days that there are to do
     */
    ProgressLine(PrintStream out, String what, int total) {
        this(out, what, "days", total);
    }

    /**
     * Makes a line.
     *
     * @param what what is being done
     * @param unit what is counted
     * @param total how many of these there are to do
     */
    ProgressLine(PrintStream out, String what, String unit, int total) {
        this(out, what, unit, "samples", total);
    }

    /**
     * Makes a line.
     *
     * @param what what is being done
     * @param unit what is counted
     * @param counted what comes of it, such as samples
     * @param total how many units there are to do
     */
    ProgressLine(PrintStream out, String what, String unit, String counted, int total) {
        this.counted = counted;
        this.out = out;
        this.what = what;
        this.unit = unit;
        this.total = total;
    }

    @Override
    public void day(DayEnding ending) {
        step(ending.samples(), ending.failures());
    }

    /** Says that another one is done. */
    synchronized void step(long moreSamples, int moreFailures) {
        if (done == total) {
            return;
        }
        done++;
        samples += moreSamples;
        failures += moreFailures;
        long now = System.nanoTime() / 1_000_000;
        if (done == total || now - shown >= (terminal ? TERMINAL_MILLIS : PLAIN_MILLIS)) {
            shown = now;
            show();
        }
    }

    /** Prints words on a line of their own. */
    synchronized void say(String words) {
        out.println((terminal ? "\r\033[K" : "") + what + ": " + words);
        out.flush();
    }

    synchronized int failures() {
        return failures;
    }

    private void show() {
        Duration elapsed = Duration.ofNanos(System.nanoTime() - begin);
        double seconds = Math.max(0.001, elapsed.toMillis() / 1000.0);
        String line = "%s: %,d of %,d %s, %,d %s, %,.0f %s/s%s"
                .formatted(what, done, total, unit, samples, counted, samples / seconds, counted, ending(seconds));
        if (terminal) {
            out.print("\r\033[K" + line + (done == total ? "\n" : ""));
        } else {
            out.println(line);
        }
        out.flush();
    }

    private String ending(double seconds) {
        String failed = failures == 0 ? "" : ", %,d failed runs".formatted(failures);
        return done == total
                ? ", %.1f s%s".formatted(seconds, failed)
                : ", %s%s".formatted(left(seconds, (double) done / total), failed);
    }

    /** Returns how long the rest takes if it goes on as so far. */
    static String left(double seconds, double share) {
        long left = share <= 0 ? 0 : (long) (seconds * (1 - share) / share);
        return left < 60
                ? left + " s left"
                : left < 3600 ? left / 60 + " min left" : left / 3600 + " h " + left % 3600 / 60 + " min left";
    }
}
