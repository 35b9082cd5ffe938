package dev.daystream.ingest;

import dev.daystream.model.ParsedDay;
import dev.daystream.model.Rejection;
import dev.daystream.source.fitabase.ExportDay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts what an import did with one file. Not safe for use by several threads. */
final class ImportedFile {
    private static final int EXAMPLES = 5;
    /** A file of which more than this share is rejected has a fault of its own. */
    private static final double FAULTY = 0.1;

    private long rows;
    private int days;
    private int stored;
    private int unchanged;
    private int failed;
    private int otherStep;
    private long samples;
    private long dailyValues;
    private long readable;
    private long duplicates;
    private long differing;
    private final List<String> differences = new ArrayList<>();
    private final Map<String, Rejected> rejected = new LinkedHashMap<>();
    private @Nullable String error;

    /** Counts the rejections of one reason, with the first of them. */
    private static final class Rejected {
        private long count;
        private final List<Rejection> examples = new ArrayList<>();
    }

    void read(ExportDay day) {
        ParsedDay says = day.day();
        rows += day.rows();
        days += day.isEmpty() ? 0 : 1;
        readable += says.sampleCount() + says.daily().size() + says.duplicates();
        duplicates += says.duplicates();
        says.rejections().forEach(this::reject);
        if (says.rejected() > says.rejections().size()) {
            of("further records").count += says.rejected() - says.rejections().size();
        }
    }

    void rejected(Rejection rejection) {
        rows++;
        reject(rejection);
    }

    private void reject(Rejection rejection) {
        Rejected group = of(rejection.reason().key() + ", " + rejection.detail().split(": ", 2)[0]);
        group.count++;
        if (group.examples.size() < EXAMPLES) {
            group.examples.add(rejection);
        }
    }

    private Rejected of(String reason) {
        return rejected.computeIfAbsent(reason, key -> new Rejected());
    }

    void compared(SliceComparison comparison) {
        duplicates += comparison.same();
        differing += comparison.differing();
        comparison.examples().stream().limit(EXAMPLES - differences.size()).forEach(differences::add);
    }

    void otherStep() {
        otherStep++;
    }

    void stored(ExportDay day, Ending ending) {
        samples += ending.samples();
        switch (ending.kind()) {
            case STORED -> {
                stored++;
                dailyValues += day.day().daily().size();
            }
            case UNCHANGED -> unchanged++;
            default -> {
                failed++;
                error = error == null ? ending.error() : error;
            }
        }
    }

    void unreadable(String message) {
        error = message;
    }

    /** Returns what became of the file. */
    ImportReport.FileLine line(String name) {
        return new ImportReport.FileLine(
                name,
                rows,
                days,
                stored,
                unchanged,
                failed,
                otherStep,
                samples,
                dailyValues,
                duplicates,
                rejections(),
                differing,
                List.copyOf(differences),
                reasons(),
                error,
                problem());
    }

    private long rejections() {
        return rejected.values().stream().mapToLong(group -> group.count).sum();
    }

    /** Returns the rejections by reason, the most frequent first, with examples of each. */
    private List<ImportReport.RejectedRows> reasons() {
        return rejected.entrySet().stream()
                .map(entry -> new ImportReport.RejectedRows(
                        entry.getKey(), entry.getValue().count, List.copyOf(entry.getValue().examples)))
                .sorted(Comparator.comparingLong((ImportReport.RejectedRows reason) -> -reason.count()))
                .toList();
    }

    /** Returns why the file is not imported as a whole; null if it is. */
    private @Nullable String problem() {
        if (error != null) {
            return error;
        }
        long rejections = rejections();
        if (rejections > 0 && rejections > FAULTY * (rejections + readable)) {
            return "%,d records of %,d rows are rejected, mostly as %s"
                    .formatted(rejections, rows, reasons().get(0).reason());
        }
        return otherStep == 0 ? null : "%,d days are left out: values of another step are stored".formatted(otherStep);
    }
}
