package dev.daystream.ingest;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Counts which participants of a job wait for their source, and has the job wait when all that are left do. Safe for use by several threads. */
final class ParticipantWaits {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.ROOT);

    private final JobControl control;
    private final Map<Long, Wait> waits = new HashMap<>();
    private int left;

    private record Wait(Instant until, boolean quota) {}

    /**
     * Makes it.
     *
     * @param participants how many the job fetches for
     */
    ParticipantWaits(JobControl control, int participants) {
        this.control = control;
        this.left = participants;
    }

    /** Notes that a participant waits. */
    synchronized void begin(DayEnding day, Instant until) {
        waits.put(day.participant().id(), new Wait(until, day.isQuotaUsedUp()));
        if (waits.size() < left) {
            control.done(0, words());
        }
        waitIfAllDo();
    }

    /** Notes that a participant goes on; done when the job has its place again. */
    synchronized Future<Void> end(long participant) {
        waits.remove(participant);
        return control.goOn();
    }

    /** Notes that there is nothing left to do of a participant. */
    synchronized void done() {
        left--;
        waitIfAllDo();
    }

    private void waitIfAllDo() {
        if (left > 0 && waits.size() == left) {
            control.waits(words());
        }
    }

    private String words() {
        Instant until = Collections.min(waits.values().stream().map(Wait::until).toList());
        boolean quota = waits.values().stream().allMatch(Wait::quota);
        // Up to the whole minute: not over before the time that is named.
        String time = TIME.format(until.plusSeconds(59).atOffset(ZoneOffset.UTC));
        String who =
                waits.size() == 1 ? "participant " + waits.keySet().iterator().next() : waits.size() + " participants";
        return quota
                ? "waits for quota until " + time + ": " + who
                : "waits until " + time + ", as the source asks: " + who;
    }
}
