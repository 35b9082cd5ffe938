package dev.daystream.cli;

import dev.daystream.ingest.ImportReport;
import dev.daystream.ingest.ImportReport.FileLine;
import dev.daystream.store.StepsAgreement;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;

/** Tells people what an import did. */
final class ImportReportText {
    private static final int EXAMPLES = 5;

    private final PrintStream out;

    ImportReportText(PrintStream out) {
        this.out = out;
    }

    /** Prints the report; returns whether everything is in place. */
    boolean print(ImportReport report, List<StepsAgreement.Day> steps) {
        out.println();
        out.printf(
                "%-38s %9s %7s %7s %9s %10s %10s %8s%n",
                "file", "rows", "days", "stored", "unchanged", "samples", "duplicates", "rejected");
        report.files().forEach(this::line);
        out.printf("%n%,d participants, %,d samples put in place.%n", report.people(), report.samples());
        report.files().forEach(this::problems);
        steps(steps);
        return report.files().stream().allMatch(file -> file.error() == null && file.failed() == 0);
    }

    private void line(FileLine file) {
        out.printf(
                "%-38s %,9d %,7d %,7d %,9d %,10d %,10d %,8d%n",
                file.file(),
                file.rows(),
                file.days(),
                file.stored(),
                file.unchanged(),
                file.samples(),
                file.duplicates(),
                file.rejected());
    }

    private void problems(FileLine file) {
        if (file.error() != null) {
            out.printf("%s: %s; %d days are not in place, all others are%n", file.file(), file.error(), file.failed());
        }
        file.examples()
                .forEach(rejection -> out.printf(
                        "rejected %s: %s, %s%n",
                        rejection.position(), rejection.reason().key(), rejection.detail()));
    }

    /** The export's daily figures are a check of its minutes: where they differ, one of the two is incomplete. */
    private void steps(List<StepsAgreement.Day> steps) {
        if (steps.isEmpty()) {
            return;
        }
        long agree = steps.stream().filter(StepsAgreement.Day::agrees).count();
        List<StepsAgreement.Day> differ =
                steps.stream().filter(day -> !day.agrees()).toList();
        long none = differ.stream().filter(day -> day.minutes() == 0).count();
        List<StepsAgreement.Day> complete =
                differ.stream().filter(StepsAgreement.Day::isComplete).toList();
        out.printf(
                "%nSteps: on %,d of %,d days the minutes add up to the export's daily figure.%n", agree, steps.size());
        if (differ.isEmpty()) {
            return;
        }
        out.printf("  %,d days have no minutes in the export%n", none);
        out.printf("  %,d days have only some of their minutes%n", differ.size() - none - complete.size());
        out.printf("  %,d days have all their minutes and differ; the farthest:%n", complete.size());
        complete.stream()
                .sorted(Comparator.comparingDouble((StepsAgreement.Day day) -> -Math.abs(day.vendor() - day.sum())))
                .limit(EXAMPLES)
                .forEach(day -> out.printf(
                        "    %s on %s: %,.0f by minutes, %,.0f by day%n",
                        day.externalId(), day.date(), day.sum(), day.vendor()));
    }
}
