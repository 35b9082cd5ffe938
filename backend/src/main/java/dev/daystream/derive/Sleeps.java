package dev.daystream.derive;

import dev.daystream.derive.Figure.Working;
import dev.daystream.model.SleepSession;
import dev.daystream.model.SleepStage;
import dev.daystream.model.SleepStage.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What sleep sessions say: which of them count, and when in them somebody slept. */
public final class Sleeps {
    private static final Set<Level> ASLEEP = EnumSet.of(Level.DEEP, Level.LIGHT, Level.REM, Level.ASLEEP);

    private Sleeps() {}

    /**
     * Time from one instant to another.
     *
     * @param start first millisecond since the epoch
     * @param end first millisecond after it
     */
    record Interval(long start, long end) {
        long millis() {
            return end - start;
        }
    }

    /** Returns those that count, by start: of sessions that overlap the one with more sleep, so that nothing is counted twice. */
    public static List<SleepSession> counted(List<SleepSession> sessions) {
        List<SleepSession> counted = new ArrayList<>();
        sessions.stream()
                .sorted(Comparator.comparingInt(SleepSession::minutesAsleep)
                        .reversed()
                        .thenComparing(SleepSession::start)
                        .thenComparing(SleepSession::id))
                .filter(session -> counted.stream().noneMatch(other -> overlap(session, other)))
                .forEach(counted::add);
        counted.sort(Comparator.comparing(SleepSession::start));
        return counted;
    }

    /** Returns the main sleep: of those that their source calls so the one with most sleep. A nap is never it. */
    public static Optional<SleepSession> main(List<SleepSession> sessions) {
        return sessions.stream()
                .filter(SleepSession::main)
                .max(Comparator.comparingInt(SleepSession::minutesAsleep).thenComparing(SleepSession::start));
    }

    /** Returns why sessions without a main sleep give no value: there was no sleep, or naps only, with their minutes. */
    static Figure withoutMain(List<SleepSession> naps) {
        if (naps.isEmpty()) {
            return Figure.none(Shortfall.NO_SLEEP, List.of(InputKeys.SLEEP));
        }
        double minutes = naps.stream().mapToLong(Sleeps::millisAsleep).sum() / 60_000.0;
        return Figure.none(
                Shortfall.NO_MAIN_SLEEP, List.of(InputKeys.SLEEP), List.of(new Working("nap", minutes, "min")));
    }

    /** Returns when somebody slept in a session, in order; nothing if the record has no levels. */
    static List<Interval> asleep(SleepSession session) {
        List<Interval> asleep = new ArrayList<>();
        for (SleepStage stage : session.stages()) {
            if (ASLEEP.contains(stage.level())) {
                long start = stage.start().toEpochMilli();
                without(session.shortWakes(), start, start + 1_000L * stage.seconds(), asleep);
            }
        }
        return asleep;
    }

    /** Returns the milliseconds asleep; the vendor's count if the record has no levels. */
    public static long millisAsleep(SleepSession session) {
        return session.stages().isEmpty()
                ? 60_000L * session.minutesAsleep()
                : asleep(session).stream().mapToLong(Interval::millis).sum();
    }

    /** Returns the milliseconds from start to end. */
    public static long millisInBed(SleepSession session) {
        return session.end().toEpochMilli() - session.start().toEpochMilli();
    }

    /** Returns the milliseconds on a known level; all, if the vendor's count stands for them. */
    static long millisKnown(SleepSession session) {
        return session.stages().isEmpty()
                ? millisInBed(session)
                : session.stages().stream()
                        .mapToLong(stage -> 1_000L * stage.seconds())
                        .sum();
    }

    private static void without(List<SleepStage> wakes, long start, long end, List<Interval> to) {
        long from = start;
        for (SleepStage wake : wakes) {
            long wakeStart = Math.max(from, wake.start().toEpochMilli());
            long wakeEnd = Math.min(end, wake.start().toEpochMilli() + 1_000L * wake.seconds());
            if (wakeEnd > wakeStart) {
                add(from, wakeStart, to);
                from = wakeEnd;
            }
        }
        add(from, end, to);
    }

    private static void add(long start, long end, List<Interval> to) {
        if (end > start) {
            to.add(new Interval(start, end));
        }
    }

    private static boolean overlap(SleepSession one, SleepSession other) {
        return one.start().isBefore(other.end()) && other.start().isBefore(one.end());
    }
}
