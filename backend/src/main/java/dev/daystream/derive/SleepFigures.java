package dev.daystream.derive;

import dev.daystream.derive.Figure.Stretch;
import dev.daystream.derive.Figure.Working;
import dev.daystream.derive.Sleeps.Interval;
import dev.daystream.metrics.DerivedCatalog;
import dev.daystream.model.SleepSession;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Length, efficiency and latency of sleep, and our score of it. */
final class SleepFigures implements DayFormula {
    static final String DURATION = "sleep_duration";
    static final String MAIN = "sleep_duration_main";
    static final String EFFICIENCY = "sleep_efficiency";
    static final String LATENCY = "sleep_latency";
    static final String SCORE = "sleep_quality_score";

    private static final double MINUTE = 60_000;

    private final DerivedCatalog catalog;
    private final SleepScore score;

    SleepFigures(DerivedCatalog catalog) {
        this.catalog = catalog;
        this.score = new SleepScore(catalog.get(SCORE));
    }

    @Override
    public Map<String, Figure> of(DayInput input) {
        List<SleepSession> delivered = input.sleep();
        List<SleepSession> sessions = delivered == null ? List.of() : Sleeps.counted(delivered);
        SleepSession main = Sleeps.main(sessions).orElse(null);
        if (main == null) {
            Figure none = delivered == null
                    ? Figure.none(Shortfall.NOT_DELIVERED, List.of(InputKeys.SLEEP))
                    : Sleeps.withoutMain(sessions);
            return Map.of(DURATION, none, MAIN, none, EFFICIENCY, none, LATENCY, none, SCORE, none);
        }
        Map<String, Figure> figures = new LinkedHashMap<>();
        figures.put(DURATION, duration(sessions, delivered == null ? 0 : delivered.size()));
        double coverage = (double) Sleeps.millisKnown(main) / Sleeps.millisInBed(main);
        double asleep = Sleeps.millisAsleep(main) / MINUTE;
        double inBed = Sleeps.millisInBed(main) / MINUTE;
        List<Working> workings =
                List.of(new Working("time asleep", asleep, "min"), new Working("time in bed", inBed, "min"));
        figures.put(MAIN, figure(MAIN, asleep, coverage, workings, main));
        figures.put(EFFICIENCY, figure(EFFICIENCY, Math.min(100, 100 * asleep / inBed), coverage, workings, main));
        figures.put(LATENCY, latency(main, coverage, workings));
        SleepScore.Parts parts = score.parts(asleep, inBed, awakeWithin(main));
        figures.put(SCORE, figure(SCORE, parts.total(), coverage, parts.workings(), main));
        return figures;
    }

    private Figure duration(List<SleepSession> sessions, int delivered) {
        double asleep = 0;
        double known = 0;
        double inBed = 0;
        for (SleepSession session : sessions) {
            asleep += Sleeps.millisAsleep(session);
            known += Sleeps.millisKnown(session);
            inBed += Sleeps.millisInBed(session);
        }
        List<Working> workings = List.of(
                new Working("sleeps counted", sessions.size(), "1"),
                new Working("sleeps left out because they overlap", delivered - sessions.size(), "1"),
                new Working("time in bed", inBed / MINUTE, "min"));
        return Figure.of(asleep / MINUTE, known / inBed, catalog.get(DURATION).minimum(), InputKeys.SLEEP, workings)
                .with(sessions.stream().map(SleepFigures::stretch).toList());
    }

    private Figure latency(SleepSession main, double coverage, List<Working> workings) {
        List<Interval> asleep = Sleeps.asleep(main);
        double minutes = main.classic() || asleep.isEmpty()
                ? 0
                : (asleep.get(0).start() - main.start().toEpochMilli()) / MINUTE;
        return minutes <= 0
                ? Figure.none(Shortfall.NOT_RECORDED, List.of(InputKeys.WAKE_BEFORE_SLEEP), workings)
                        .with(List.of(stretch(main)))
                : figure(LATENCY, minutes, coverage, workings, main);
    }

    /** Returns the minutes awake between the first sleep and the last, or null if the record has no levels. */
    private static @Nullable Double awakeWithin(SleepSession session) {
        List<Interval> asleep = Sleeps.asleep(session);
        if (asleep.isEmpty()) {
            return null;
        }
        long slept = asleep.stream().mapToLong(Interval::millis).sum();
        return (asleep.get(asleep.size() - 1).end() - asleep.get(0).start() - slept) / MINUTE;
    }

    private Figure figure(String key, double value, double coverage, List<Working> workings, SleepSession used) {
        return Figure.of(value, coverage, catalog.get(key).minimum(), InputKeys.SLEEP, workings)
                .with(List.of(stretch(used)));
    }

    private static Stretch stretch(SleepSession session) {
        return new Stretch(session.main() ? "main sleep" : "nap", session.start(), session.end());
    }
}
