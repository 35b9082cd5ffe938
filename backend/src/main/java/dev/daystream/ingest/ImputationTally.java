package dev.daystream.ingest;

import dev.daystream.store.ImputationRuns.Counts;
import dev.daystream.store.ImputedDays.Day;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what a run does. Safe for use by several threads. */
final class ImputationTally {
    private final int participants;
    private final long days;
    private final Map<String, Long> refused = new TreeMap<>();
    private int participantsDone;
    private long daysDone;
    private long made;
    private long kept;
    private long skipped;
    private long gaps;
    private long minutes;

    ImputationTally(int participants, long days) {
        this.participants = participants;
        this.days = days;
    }

    synchronized void made(Day day) {
        made++;
        gaps += day.gaps();
        minutes += day.values().minutes().length;
        day.refused().forEach((reason, count) -> refused.merge(reason, (long) count, Long::sum));
    }

    synchronized void kept(long more) {
        kept += more;
    }

    synchronized void skipped(long more) {
        skipped += more;
    }

    synchronized void daysDone(long more) {
        daysDone += more;
    }

    synchronized void participantDone() {
        participantsDone++;
    }

    synchronized Counts counts() {
        return new Counts(participantsDone, made, kept, skipped, gaps, minutes, refused);
    }

    /** Returns how far the runs are together, which take up days one after the other. */
    static ImputationProgress progress(List<ImputationBlock.Shared> parts, boolean cancelled) {
        ImputationTally last = parts.get(parts.size() - 1).tally();
        return new ImputationProgress(
                parts.stream()
                        .map(ImputationBlock.Shared::run)
                        .filter(run -> run > 0)
                        .toList(),
                last.participants,
                last.days,
                last.daysDone(),
                parts.stream().map(part -> part.tally().counts()).reduce(Counts.NONE, ImputationTally::sum),
                cancelled);
    }

    private synchronized long daysDone() {
        return daysDone;
    }

    /** Returns what two runs did; the same participants are looked at by both. */
    private static Counts sum(Counts one, Counts other) {
        Map<String, Long> refused = new TreeMap<>(one.refused());
        other.refused().forEach((reason, count) -> refused.merge(reason, count, Long::sum));
        return new Counts(
                Math.max(one.participants(), other.participants()),
                one.daysMade() + other.daysMade(),
                one.daysKept() + other.daysKept(),
                one.daysSkipped() + other.daysSkipped(),
                one.gaps() + other.gaps(),
                one.minutes() + other.minutes(),
                refused);
    }
}
