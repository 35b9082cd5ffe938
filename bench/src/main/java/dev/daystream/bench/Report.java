package dev.daystream.bench;

import java.io.PrintStream;
import java.util.Locale;

/** Prints figures in one shape: what, the ratio, the goal, and the two sides. */
final class Report {
    private final PrintStream out;
    private int missed;

    Report(PrintStream out) {
        this.out = out;
    }

    /** Prints a ratio that should be at least {@code goal}. */
    void atLeast(String what, double ratio, double goal, String sides) {
        line(what, ratio, ratio >= goal, ">= " + goal, sides);
    }

    /** Prints a ratio that should be at most {@code goal}. */
    void atMost(String what, double ratio, double goal, String sides) {
        line(what, ratio, ratio <= goal, "<= " + goal, sides);
    }

    /** Prints a figure that has no goal. */
    void note(String what, double ratio, String sides) {
        out.printf(Locale.ROOT, "%-58s %10.3f  %-24s %s%n", what, ratio, "", sides);
    }

    private void line(String what, double ratio, boolean met, String goal, String sides) {
        missed += met ? 0 : 1;
        out.printf(
                Locale.ROOT, "%-58s %10.3f  goal %-10s %s  %s%n", what, ratio, goal, met ? "met   " : "MISSED", sides);
    }

    /** Returns how many goals were missed. */
    int missed() {
        return missed;
    }
}
