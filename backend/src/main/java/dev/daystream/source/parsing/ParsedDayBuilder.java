package dev.daystream.source.parsing;

import dev.daystream.model.HeartRateZone;
import dev.daystream.model.ParsedDay;
import dev.daystream.model.SeriesSamples;
import dev.daystream.model.SleepSession;
import dev.daystream.model.TimeRange;
import dev.daystream.model.Workout;
import dev.daystream.source.PayloadParser;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Gathers what a parser finds in one payload. Not safe for use by several threads. */
public final class ParsedDayBuilder {
    private static final int MINUTES = 24 * 60;

    private final PayloadParser.Context context;
    private final RejectionLog log = new RejectionLog();
    private final SampleColumns samples;
    private final DailyFigures daily;
    private final List<SleepSession> sleep = new ArrayList<>();
    private final List<HeartRateZone> zones = new ArrayList<>();
    private final List<Workout> workouts = new ArrayList<>();
    private List<SeriesSamples> series = List.of();
    private int duplicates;

    /**
     * Makes an empty day.
     *
     * @param expected about how many samples each series will have
     */
    public ParsedDayBuilder(PayloadParser.Context context, int expected) {
        this.context = context;
        samples = new SampleColumns(context.catalog(), context.payload().series(), expected);
        daily = new DailyFigures(context.catalog(), log);
    }

    /** Returns what the parser was told. */
    public PayloadParser.Context context() {
        return context;
    }

    /** Returns the participant's local day. */
    public TimeRange localDay() {
        return context.zones().day(context.date());
    }

    /** Returns the minutes that the vendor may count for the day: those of the local day, and 1,440 of one that the clocks made shorter. */
    public int countedMinutes() {
        return (int) Math.max(MINUTES, localDay().length().toMinutes());
    }

    /** Returns where rejections go. */
    public RejectionLog log() {
        return log;
    }

    /** Returns where samples go. */
    public SampleColumns samples() {
        return samples;
    }

    /** Returns where the day's own figures go. */
    public DailyFigures daily() {
        return daily;
    }

    /** Adds a sleep. */
    public void add(SleepSession session) {
        sleep.add(session);
    }

    /** Adds a heart-rate zone. */
    public void add(HeartRateZone zone) {
        zones.add(zone);
    }

    /** Adds a logged activity. */
    public void add(Workout workout) {
        workouts.add(workout);
    }

    /** Counts a record that repeats another exactly. */
    public void duplicate() {
        duplicates++;
    }

    /** Orders and checks the samples; to be called once, when all have been added. See {@link SampleColumns#finish}. */
    public void finish(int interval, IntFunction<String> position) {
        series = samples.finish(interval, position, log);
    }

    /** Returns the range from the first finished sample to the last in whole minutes; empty at the day's start if there is none. */
    public TimeRange night() {
        TimeRange empty = new TimeRange(localDay().start(), localDay().start());
        return series.stream()
                .map(samples -> TimeRange.ofMillis(samples.times()[0], samples.times()[samples.size() - 1] + 1))
                .reduce(empty, TimeRange::hull)
                .alignedTo(60_000);
    }

    /** Returns the day, speaking for {@code range}. Daily values that contradict each other are rejected. */
    public ParsedDay build(TimeRange range) {
        daily.rejectContradictions(countedMinutes());
        return new ParsedDay(
                range,
                series,
                daily.values(),
                sleep,
                zones,
                workouts,
                log.detailed(),
                log.count(),
                duplicates + samples.duplicates());
    }
}
