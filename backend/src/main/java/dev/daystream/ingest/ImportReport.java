package dev.daystream.ingest;

import dev.daystream.model.JobResult;
import dev.daystream.model.Rejection;
import dev.daystream.source.fitabase.ExportDay;
import dev.daystream.source.fitabase.ExportFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What an import did, file by file. Safe for use by several threads. */
public final class ImportReport {
    private static final int EXAMPLES = 5;

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Set<String> people = new TreeSet<>();

    /**
     * What became of one file.
     *
     * @param file its name
     * @param rows rows that it holds, without the header
     * @param days participant-days in it
     * @param stored of these, put in place now
     * @param unchanged of these, in place already
     * @param failed of these, not in place
     * @param samples samples put in place now
     * @param duplicates records that repeat another exactly
     * @param rejected records left out
     * @param examples some of these
     * @param error why the file was not read to its end; null if it was
     */
    public record FileLine(
            String file,
            long rows,
            int days,
            int stored,
            int unchanged,
            int failed,
            long samples,
            long duplicates,
            long rejected,
            List<Rejection> examples,
            @Nullable String error) {}

    private static final class Entry {
        private long rows;
        private int days;
        private int stored;
        private int unchanged;
        private int failed;
        private long samples;
        private long duplicates;
        private long rejected;
        private final List<Rejection> examples = new ArrayList<>();
        private @Nullable String error;

        private void reject(List<Rejection> rejections, int count) {
            rejected += count;
            rejections.stream().limit(EXAMPLES - examples.size()).forEach(examples::add);
        }
    }

    synchronized void begin(ExportFile file) {
        entry(file);
    }

    synchronized void day(ExportFile file, ExportDay day, Ending ending) {
        Entry entry = entry(file);
        people.add(day.externalId());
        entry.rows += lines(day.canonicalBytes()) - 1;
        entry.days++;
        entry.samples += ending.samples();
        entry.duplicates += day.day().duplicates();
        entry.reject(day.day().rejections(), day.day().rejected());
        switch (ending.kind()) {
            case STORED -> entry.stored++;
            case UNCHANGED -> entry.unchanged++;
            default -> {
                entry.failed++;
                entry.error = entry.error == null ? ending.error() : entry.error;
            }
        }
    }

    synchronized void rejected(ExportFile file, Rejection rejection) {
        Entry entry = entry(file);
        entry.rows++;
        entry.reject(List.of(rejection), 1);
    }

    synchronized void unreadable(ExportFile file, String error) {
        entry(file).error = error;
    }

    /** Returns the samples put in place so far. */
    public synchronized long samples() {
        return entries.values().stream().mapToLong(entry -> entry.samples).sum();
    }

    /** Returns how many people the files speak of. */
    public synchronized int people() {
        return people.size();
    }

    /** Returns what became of each file, in the order they were read. */
    public synchronized List<FileLine> files() {
        return entries.entrySet().stream()
                .map(one -> {
                    Entry entry = one.getValue();
                    return new FileLine(
                            one.getKey(),
                            entry.rows,
                            entry.days,
                            entry.stored,
                            entry.unchanged,
                            entry.failed,
                            entry.samples,
                            entry.duplicates,
                            entry.rejected,
                            List.copyOf(entry.examples),
                            entry.error);
                })
                .toList();
    }

    /** Returns the import as the result of a job; a file that was not read to its end is a finding. */
    public synchronized JobResult result() {
        JobFindings findings = new JobFindings("participants", "days", "stored", "unchanged", "samples", "rejected");
        findings.count("participants", people.size());
        entries.forEach((name, entry) -> {
            findings.count("days", entry.days);
            findings.count("stored", entry.stored);
            findings.count("unchanged", entry.unchanged);
            findings.count("failures", entry.failed);
            findings.count("samples", entry.samples);
            findings.count("rejected", entry.rejected);
            if (entry.error != null) {
                findings.add(null, null, null, name + ": " + entry.error);
            }
        });
        return findings.result("%,d participants, %,d samples stored, %,d days unchanged, %,d records rejected"
                .formatted(people.size(), findings.of("samples"), findings.of("unchanged"), findings.of("rejected")));
    }

    private Entry entry(ExportFile file) {
        return entries.computeIfAbsent(file.name(), name -> new Entry());
    }

    private static long lines(byte[] bytes) {
        long lines = bytes.length > 0 && bytes[bytes.length - 1] != '\n' ? 1 : 0;
        for (byte one : bytes) {
            lines += one == '\n' ? 1 : 0;
        }
        return lines;
    }
}
