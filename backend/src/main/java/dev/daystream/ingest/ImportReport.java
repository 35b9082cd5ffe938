package dev.daystream.ingest;

import dev.daystream.model.JobResult;
import dev.daystream.model.Participant;
import dev.daystream.model.Rejection;
import dev.daystream.model.ZoneHistory;
import dev.daystream.source.fitabase.ExportDay;
import dev.daystream.source.fitabase.ExportFile;
import dev.daystream.store.StepsAgreement;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an import did, file by file. Safe for use by several threads. */
public final class ImportReport {
    private final ZoneId zone;
    private final boolean replacing;
    private final SkippedHours skippedHours;
    private final Map<String, ImportedFile> files = new LinkedHashMap<>();
    private final Set<String> participants = new TreeSet<>();
    private final Map<String, String> otherZones = new TreeMap<>();
    private final Set<StepsAgreement.Key> stepDays = new LinkedHashSet<>();
    private boolean isStopped;

    /** Makes an empty report of an import with these options. */
    ImportReport(FileImport.Options options) {
        this.zone = options.zone();
        this.replacing = options.replacing();
        this.skippedHours = new SkippedHours(zone);
    }

    /**
     * Rejected rows of one reason.
     *
     * @param reason why, in words
     * @param count how many
     * @param examples the first of them
     */
    public record RejectedRows(String reason, long count, List<Rejection> examples) {}

    /**
     * What became of one file.
     *
     * @param file its name
     * @param rows rows that it has, without the header
     * @param days participant-days with values in it
     * @param stored of these, stored now
     * @param unchanged of these, stored already
     * @param failed of these, not stored
     * @param otherStep of these, left out because values of another step are stored, such as hours instead of minutes
     * @param samples samples stored now
     * @param dailyValues daily values stored now
     * @param duplicates records that repeat another of the file, or a stored one
     * @param rejected records left out
     * @param differing values of which another is stored for the same time
     * @param differences some of these, in words
     * @param reasons the rejected records by reason, the most frequent first
     * @param error why the file was not read to its end; null if it was
     * @param problem why the file is not imported as a whole; null if it is
     */
    public record FileLine(
            String file,
            long rows,
            int days,
            int stored,
            int unchanged,
            int failed,
            int otherStep,
            long samples,
            long dailyValues,
            long duplicates,
            long rejected,
            long differing,
            List<String> differences,
            List<RejectedRows> reasons,
            @Nullable String error,
            @Nullable String problem) {}

    synchronized void begin(ExportFile file) {
        of(file);
    }

    /** Counts a day as it is in the file. */
    synchronized void read(ExportFile file, ExportDay day) {
        of(file).read(day);
        if (!file.payload().series().isEmpty() && !otherZones.containsKey(day.externalId())) {
            skippedHours.take(day);
        }
    }

    synchronized void compared(ExportFile file, SliceComparison comparison) {
        of(file).compared(comparison);
    }

    synchronized void otherStep(ExportFile file) {
        of(file).otherStep();
    }

    synchronized void stored(ExportFile file, ExportDay day, Participant participant, Ending ending) {
        of(file).stored(day, ending);
        participants.add(day.externalId());
        String type = file.payload().key();
        if (type.equals(StepsAgreement.MINUTES) || type.equals(StepsAgreement.DAYS)) {
            stepDays.add(new StepsAgreement.Key(participant.id(), day.date()));
        }
    }

    synchronized void rejected(ExportFile file, Rejection rejection) {
        of(file).rejected(rejection);
    }

    synchronized void unreadable(ExportFile file, String error) {
        of(file).unreadable(error);
    }

    synchronized void otherZone(String externalId, ZoneHistory zones) {
        otherZones.put(
                externalId,
                zones.entries().stream()
                        .map(entry -> entry.zone().getId())
                        .distinct()
                        .collect(Collectors.joining(", ")));
    }

    /** Notes that the import stopped before the end of its files. */
    synchronized void stopped() {
        isStopped = true;
    }

    /** Returns the participant-days stored so far, with those that were stored already. */
    public synchronized long storedDays() {
        return sum(FileLine::stored) + sum(FileLine::unchanged);
    }

    /** Returns whether values of the files replace stored ones of the same time that differ. */
    public boolean isReplacing() {
        return replacing;
    }

    /** Returns the samples stored so far. */
    public synchronized long samples() {
        return sum(FileLine::samples);
    }

    /** Returns the participants of whom the files have values. */
    public synchronized int participants() {
        return participants.size();
    }

    /** Returns the days of which this import brought steps by minute or by day. */
    public synchronized List<StepsAgreement.Key> stepDays() {
        return List.copyOf(stepDays);
    }

    /** Returns what became of each file, in the order they were read. */
    public synchronized List<FileLine> files() {
        return files.entrySet().stream()
                .map(entry -> entry.getValue().line(entry.getKey()))
                .toList();
    }

    /** Returns what to know about time zones: a doubt about the chosen one, and participants for whom it was not used. */
    public synchronized List<String> zoneNotes() {
        List<String> notes = new ArrayList<>();
        // The last line has the first problem already.
        skippedHours.doubt().filter(doubt -> !problems().get(0).equals(doubt)).ifPresent(notes::add);
        if (!otherZones.isEmpty()) {
            Map.Entry<String, String> first = otherZones.entrySet().iterator().next();
            notes.add("--zone %s is not used for %s known already: their times are read in their own zones (%s: %s)"
                    .formatted(zone, many(otherZones.size(), "participant"), first.getKey(), first.getValue()));
        }
        return notes;
    }

    /** Returns why not everything was imported, the most important first. */
    public synchronized List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (isStopped) {
            problems.add("It was stopped; the same command imports the rest");
        }
        for (FileLine file : files()) {
            if (file.problem() != null) {
                problems.add(file.file() + ": " + file.problem());
            }
        }
        skippedHours.doubt().ifPresent(problems::add);
        return problems;
    }

    /** Returns whether every file was imported as a whole and something was imported. */
    public synchronized boolean isWhole() {
        return problems().isEmpty() && !isNothing();
    }

    private boolean isNothing() {
        return storedDays() == 0;
    }

    /** Returns the outcome in one sentence. */
    public synchronized String sentence() {
        List<String> problems = problems();
        long differing = sum(FileLine::differing);
        if (isNothing()) {
            return "Nothing was imported. " + (problems.isEmpty() ? "The files have no values" : problems.get(0)) + ".";
        }
        String counts = "%s, %s and %s stored, %s unchanged, %s rejected%s."
                .formatted(
                        many(participants.size(), "participant"),
                        many(sum(FileLine::samples), "sample"),
                        many(sum(FileLine::dailyValues), "daily value"),
                        many(sum(FileLine::unchanged), "day"),
                        many(sum(FileLine::rejected), "record"),
                        differing == 0
                                ? ""
                                : (replacing
                                                ? ", %s replaced"
                                                : ", %s not stored because others are stored for their times")
                                        .formatted(many(differing, "value")));
        return problems.isEmpty()
                ? "Imported: " + counts
                : "Imported in part: %s %s%s."
                        .formatted(
                                counts,
                                problems.get(0),
                                problems.size() == 1
                                        ? ""
                                        : " (and %,d more problems, see above)".formatted(problems.size() - 1));
    }

    /** Returns the import as the result of a job; each problem is a finding. */
    public synchronized JobResult result() {
        JobFindings findings = new JobFindings("participants", "days", "stored", "unchanged", "samples", "rejected");
        findings.count("participants", participants.size());
        for (FileLine file : files()) {
            findings.count("days", file.days());
            findings.count("stored", file.stored());
            findings.count("unchanged", file.unchanged());
            findings.count("failures", file.failed());
            findings.count("samples", file.samples());
            findings.count("rejected", file.rejected());
        }
        problems().forEach(problem -> findings.add(null, null, null, problem));
        return findings.result(sentence());
    }

    private static String many(long count, String noun) {
        return "%,d %s%s".formatted(count, noun, count == 1 ? "" : "s");
    }

    private long sum(ToLongFunction<FileLine> count) {
        return files().stream().mapToLong(count).sum();
    }

    private ImportedFile of(ExportFile file) {
        return files.computeIfAbsent(file.name(), name -> new ImportedFile());
    }
}
