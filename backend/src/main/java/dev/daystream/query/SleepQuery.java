package dev.daystream.query;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.daystream.derive.Sleeps;
import dev.daystream.model.SleepSession;
import dev.daystream.model.SleepStage;
import dev.daystream.store.SleepReader;
import dev.daystream.store.SleepReader.DatedSleep;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sleep by the date it ended on. */
public final class SleepQuery {
    private static final double MINUTE_MILLIS = 60_000;

    private final ParticipantDays days;
    private final SleepReader reader;

    /**
     * Sleeps of some dates.
     *
     * @param from first date
     * @param to last date, included
     * @param sessions oldest first
     * @param next cursor of the next page, or null
     */
    public record Page(
            LocalDate from,
            LocalDate to,
            List<Session> sessions,
            @Nullable String next) {}

    /**
     * One sleep.
     *
     * @param id the source's id
     * @param date local date on which it ended
     * @param start first instant in bed
     * @param end first instant out of bed
     * @param source key of the source
     * @param main whether it is the main sleep of its date
     * @param counts whether it counts: of sessions that overlap, the one with more sleep
     * @param type stages or classic
     * @param minutesAsleep by its levels without short wakes; the vendor's count if the record has none
     * @param minutesAwake the vendor's count
     * @param minutesInBed from start to end
     * @param efficiency per cent, if told
     * @param stages without overlap
     * @param shortWakes on top of the stages
     * @param levels minutes of each level, short wakes counted as wake
     */
    public record Session(
            String id,
            LocalDate date,
            Instant start,
            Instant end,
            String source,
            boolean main,
            boolean counts,
            String type,
            double minutesAsleep,
            int minutesAwake,
            double minutesInBed,
            @Nullable Integer efficiency,
            List<Stage> stages,
            List<Stage> shortWakes,
            Map<String, Double> levels) {}

    /**
     * A stretch of sleep.
     *
     * @param start first instant
     * @param seconds how long
     * @param level depth of sleep
     */
    public record Stage(Instant start, int seconds, String level) {}

    SleepQuery(ParticipantDays days, SleepReader reader) {
        this.days = days;
        this.reader = reader;
    }

    /** Returns a page of sleeps; fails with {@link InvalidParametersException} or {@link NoSuchParticipantException}. */
    public Future<Page> page(DatesRequest request) {
        return days.window("sleep", request)
                .compose(found -> reader.sessions(
                                request.participant(),
                                found.window().first(),
                                found.window().last())
                        .map(sessions -> new Page(
                                found.window().first(),
                                found.window().last(),
                                sessions(sessions),
                                found.window().next())));
    }

    private static List<Session> sessions(List<DatedSleep> sleeps) {
        // By identity: two sources may tell the very same of a night.
        Set<SleepSession> counted = Collections.newSetFromMap(new IdentityHashMap<>());
        sleeps.stream()
                .collect(groupingBy(DatedSleep::date, mapping(DatedSleep::session, toList())))
                .values()
                .forEach(ofDate -> counted.addAll(Sleeps.counted(ofDate)));
        return sleeps.stream()
                .map(sleep -> session(sleep, counted.contains(sleep.session())))
                .toList();
    }

    private static Session session(DatedSleep sleep, boolean counts) {
        SleepSession session = sleep.session();
        return new Session(
                session.id(),
                sleep.date(),
                session.start(),
                session.end(),
                sleep.source(),
                session.main(),
                counts,
                session.classic() ? "classic" : "stages",
                Sleeps.millisAsleep(session) / MINUTE_MILLIS,
                session.minutesAwake(),
                Sleeps.millisInBed(session) / MINUTE_MILLIS,
                session.efficiency(),
                stages(session.stages()),
                stages(session.shortWakes()),
                SleepLevels.minutes(session));
    }

    private static List<Stage> stages(List<SleepStage> stages) {
        return stages.stream()
                .map(stage ->
                        new Stage(stage.start(), stage.seconds(), stage.level().key()))
                .toList();
    }
}
