package dev.daystream.ingest;

import dev.daystream.store.ImputationRuns.Counts;
import dev.daystream.store.ImputedDays.Day;
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

    synchronized ImputationProgress progress(int run, boolean cancelled) {
        return new ImputationProgress(
                run,
                participants,
                days,
                daysDone,
                new Counts(participantsDone, made, kept, skipped, gaps, minutes, refused),
                cancelled);
    }
}
