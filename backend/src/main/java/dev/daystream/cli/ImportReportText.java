package dev.daystream.cli;

import dev.daystream.ingest.ImportReport;
import dev.daystream.ingest.ImportReport.FileLine;
import dev.daystream.source.fitabase.FitabaseExport;
import dev.daystream.store.StepsAgreement;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;

/** Prints what an import did; the last line is the outcome in one sentence. */
final class ImportReportText {
    private static final int EXAMPLES = 5;
    private static final int NAMES = 20;
    private static final int NARROWEST = 34;

    private final PrintStream out;

    ImportReportText(PrintStream out) {
        this.out = out;
    }

    /** Prints the report. */
    void print(FitabaseExport export, ImportReport report, List<StepsAgreement.Day> steps) {
        int width =
                report.files().stream().mapToInt(file -> file.file().length()).reduce(NARROWEST, Math::max);
        out.println();
        out.printf(
                "%-" + width + "s %9s %7s %7s %9s %10s %10s %8s%n",
                "file",
                "rows",
                "days",
                "stored",
                "unchanged",
                "samples",
                "duplicates",
                "rejected");
        report.files().forEach(file -> line(file, width));
        out.println();
        listing(export);
        report.files().forEach(file -> details(file, report.isReplacing()));
        steps(steps);
        report.zoneNotes().forEach(note -> out.println(note + "."));
        out.println(report.sentence());
    }

    /** Names the files that are not read. */
    void listing(FitabaseExport export) {
        export.skipped().forEach((name, reason) -> out.printf("skipped %s: %s%n", name, reason));
        export.unknown().stream()
                .limit(NAMES)
                .forEach(name -> out.printf("unknown %s: not a file that is read%n", name));
        if (export.unknown().size() > NAMES) {
            out.printf("unknown: %,d more files%n", export.unknown().size() - NAMES);
        }
    }

    private void line(FileLine file, int width) {
        out.printf(
                "%-" + width + "s %,9d %,7d %,7d %,9d %,10d %,10d %,8d%n",
                file.file(),
                file.rows(),
                file.days(),
                file.stored(),
                file.unchanged(),
                file.samples(),
                file.duplicates(),
                file.rejected());
    }

    private void details(FileLine file, boolean replacing) {
        if (file.error() != null && file.days() == 0) {
            out.printf("%s: refused. %s. Nothing of it was stored.%n", file.file(), file.error());
        } else if (file.error() != null) {
            out.printf(
                    "%s: %s; %d days are not stored, all others read so far are%n",
                    file.file(), file.error(), file.failed());
        }
        if (file.otherStep() > 0) {
            out.printf(
                    "%s: %,d days are left out, since values of another step (hours or minutes) are stored for their participants%n",
                    file.file(), file.otherStep());
        }
        file.reasons().forEach(reason -> {
            out.printf("%s: %,d rejected: %s%n", file.file(), reason.count(), reason.reason());
            // Examples of every reason, and few lines also if there are many reasons.
            reason.examples().stream()
                    .limit(Math.max(1, EXAMPLES / file.reasons().size()))
                    .forEach(one -> out.printf("    %s: %s%n", one.position(), one.detail()));
        });
        if (file.differing() > 0) {
            out.printf(
                    "%s: %,d values differ from stored ones of the same time; %s%n",
                    file.file(),
                    file.differing(),
                    replacing ? "they replace them" : "--replace stores those of the file");
            file.differences().forEach(words -> out.println("    " + words));
        }
    }

    /** The export's daily values are a check of its minutes: where they differ, one of the two is incomplete. */
    private void steps(List<StepsAgreement.Day> steps) {
        List<StepsAgreement.Day> compared =
                steps.stream().filter(day -> day.minutes() > 0).toList();
        if (compared.isEmpty()) {
            return;
        }
        List<StepsAgreement.Day> differ =
                compared.stream().filter(day -> !day.agrees()).toList();
        List<StepsAgreement.Day> complete =
                differ.stream().filter(StepsAgreement.Day::isComplete).toList();
        out.printf(
                "%nSteps: on %,d of %,d days with minutes these add up to the export's daily value.%n",
                compared.size() - differ.size(), compared.size());
        if (compared.size() < steps.size()) {
            out.printf("  days without minutes, not compared: %,d%n", steps.size() - compared.size());
        }
        if (differ.isEmpty()) {
            return;
        }
        out.printf("  %,d days have only some of their minutes%n", differ.size() - complete.size());
        out.printf("  %,d days have all their minutes and differ; the farthest:%n", complete.size());
        complete.stream()
                .sorted(Comparator.comparingDouble((StepsAgreement.Day day) -> -Math.abs(day.vendor() - day.sum())))
                .limit(EXAMPLES)
                .forEach(day -> out.printf(
                        "    %s on %s: %,.0f by minutes, %,.0f by day%n",
                        day.externalId(), day.date(), day.sum(), day.vendor()));
    }
}
