package dev.daystream.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.daystream.metrics.DerivedCatalog;
import dev.daystream.model.SeriesSamples;
import dev.daystream.model.SleepSession;
import dev.daystream.model.SleepStage;
import dev.daystream.model.SleepStage.Level;
import dev.daystream.model.ZoneHistory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class FormulaProperties {
    private static final ZoneBounds ZONES = ZoneBounds.own(100, 120, 140, 170);
    private static final Level[] LEVELS = {Level.DEEP, Level.LIGHT, Level.REM, Level.WAKE};

    /** Heart rate with gaps of a second to an hour, from an hour before the day to an hour after it. */
    private static SeriesSamples heart(Random random) {
        List<Long> times = new ArrayList<>();
        long at = Made.DAY.startMillis() - 3_600_000;
        while (at < Made.DAY.endMillis() + 3_600_000) {
            times.add(at);
            at += 1_000L * (1 + random.nextInt(random.nextInt(50) == 0 ? 3_600 : 20));
        }
        float[] values = new float[times.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = 40 + random.nextInt(150);
        }
        return new SeriesSamples(
                "heart_rate", 5, times.stream().mapToLong(Long::longValue).toArray(), values);
    }

    private static SleepSession night(LocalDate date, Random random) {
        Instant start = date.atStartOfDay(ZoneId.of("UTC")).toInstant().plusSeconds(60L * (random.nextInt(480) - 240));
        List<SleepStage> stages = new ArrayList<>();
        List<SleepStage> wakes = new ArrayList<>();
        Instant at = start;
        int asleep = 0;
        for (int i = 0; i < 1 + random.nextInt(12); i++) {
            int seconds = 30 * (1 + random.nextInt(120));
            Level level = LEVELS[random.nextInt(LEVELS.length)];
            stages.add(new SleepStage(at, seconds, level));
            if (level != Level.WAKE) {
                asleep += seconds;
                if (random.nextBoolean() && seconds > 180) {
                    wakes.add(new SleepStage(at.plusSeconds(60), 30 + 30 * random.nextInt(4), Level.WAKE));
                }
            }
            at = at.plusSeconds(seconds);
        }
        int inBed = (int) (at.getEpochSecond() - start.getEpochSecond()) / 60;
        return new SleepSession("n", start, at, true, false, asleep / 60, 0, inBed, null, null, stages, wakes);
    }

    @Property(tries = 200)
    void theZonesTogetherAreTheTimeThatSamplesStandForAndNeverMoreThanTheDay(@ForAll long seed) {
        SeriesSamples heart = heart(new Random(seed));
        long[] millis = new ZoneTime(DerivedCatalog.bundled()).millis(heart, Made.DAY, ZONES);
        long most = 0;
        for (int i = 0; i < heart.size(); i++) {
            long next = i + 1 < heart.size() ? heart.times()[i + 1] : Long.MAX_VALUE;
            long to = Math.min(Math.min(next, heart.times()[i] + 30_000), Made.DAY.endMillis());
            most += Made.DAY.contains(heart.times()[i]) ? to - heart.times()[i] : 0;
        }
        long sum = 0;
        for (long zone : millis) {
            assertThat(zone).isNotNegative();
            sum += zone;
        }
        assertThat(sum)
                .isLessThanOrEqualTo(most)
                .isLessThanOrEqualTo(Made.DAY.length().toMillis());
    }

    @Property(tries = 200)
    void sleepIsWithinTheTimeInBedAndEverythingInItsRange(@ForAll long seed) {
        SleepSession night = night(Made.DATE, new Random(seed));
        DayInput day = Made.input(null, null, List.of(night), null);
        Figure duration = Made.figure("sleep_duration", day);
        double inBed = (night.end().getEpochSecond() - night.start().getEpochSecond()) / 60.0;
        double slept = 0;
        for (SleepStage stage : night.stages()) {
            slept += stage.level() == Level.WAKE ? 0 : stage.seconds() / 60.0;
        }
        for (SleepStage wake : night.shortWakes()) {
            slept -= wake.seconds() / 60.0;
        }
        assertThat(duration.value()).isNotNull();
        assertThat(duration.value()).isCloseTo(slept, within(1e-9)).isBetween(0.0, inBed);
        assertThat(Made.figure("sleep_efficiency", day).value()).isBetween(0.0, 100.0);
        assertThat(Made.figure("sleep_quality_score", day).value()).isBetween(0.0, 100.0);
    }

    @Property(tries = 100)
    void theRegularityIndexLiesBetweenItsBounds(@ForAll long seed) {
        Random random = new Random(seed);
        Map<LocalDate, List<SleepSession>> sleeps = new HashMap<>();
        for (int i = 0; i <= 7; i++) {
            LocalDate date = Made.DATE.minusDays(i);
            sleeps.put(date, random.nextInt(6) == 0 ? List.of() : List.of(night(date, random)));
        }
        SleepCalendar calendar = new SleepCalendar(
                ZoneHistory.of(ZoneId.of("Australia/Lord_Howe")), Made.DATE.minusDays(7), Made.DATE, sleeps);
        Figure figure = new SleepRegularity(DerivedCatalog.bundled()).of(calendar, Made.DATE);
        if (figure.value() != null) {
            assertThat(figure.value()).isBetween(-100.0, 100.0);
        }
        assertThat(figure.coverage())
                .satisfiesAnyOf(
                        coverage -> assertThat(coverage).isBetween(0.0, 1.0),
                        coverage -> assertThat(figure.value()).isNull());
    }
}
