package dev.daystream.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RealismTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 10);
    private static final int DAYS = 45;
    private final World world = WorldTest.worldOf(12);

    @Test
    void heartRateSamplesComeAsOftenAsFromRealWatches() {
        int[] gaps = new int[16];
        int total = 0;
        int[] perDay = new int[3 * DAYS];
        for (int person = 0; person < 3; person++) {
            for (int offset = 0; offset < DAYS; offset++) {
                HeartSamples heart = world.day(world.people().get(person), FIRST.plusDays(offset))
                        .heart();
                perDay[person * DAYS + offset] = heart.size();
                for (int i = 1; i < heart.size(); i++) {
                    int gap = heart.second(i) - heart.second(i - 1);
                    assertThat(gap).isPositive();
                    gaps[Math.min(gap, 15)] += gap <= 15 ? 1 : 0;
                    total++;
                }
            }
        }
        Arrays.sort(perDay);
        assertThat(perDay[perDay.length / 2]).isBetween(8_500, 9_700);
        assertThat((double) gaps[5] / total).isBetween(0.26, 0.34);
        assertThat((double) gaps[10] / total).isBetween(0.19, 0.27);
        assertThat((double) gaps[15] / total).isBetween(0.14, 0.25);
        assertThat((double) gaps[3] / total).isBetween(0.11, 0.20);
    }

    @Test
    void rateFollowsEffortAndSleep() {
        for (Person person : world.people()) {
            double[] sums = new double[3];
            int[] counts = new int[3];
            for (int offset = 0; offset < DAYS; offset++) {
                DayModel day = world.day(person, FIRST.plusDays(offset));
                Sleep night = world.night(person, FIRST.plusDays(offset));
                for (int minute = 1; minute < day.minutes(); minute++) {
                    int rate = day.heart().averageOf(minute);
                    boolean brisk = day.movement().tenthMets(minute) >= 30
                            && day.movement().tenthMets(minute - 1) >= 30;
                    int state = night.contains(day.day().start() + minute * 60L) ? 0 : brisk ? 2 : 1;
                    sums[state] += rate;
                    counts[state] += rate > 0 ? 1 : 0;
                    if (rate > 0) {
                        assertThat(rate).isBetween(34, 205);
                    }
                }
            }
            double asleep = sums[0] / counts[0];
            double seated = sums[1] / counts[1];
            double active = sums[2] / counts[2];
            assertThat(asleep).isCloseTo(person.body().restingHeartRate(), within(6.0));
            assertThat(seated).isBetween(asleep + 6, asleep + 24);
            assertThat(active).isGreaterThan(seated + 14);
        }
    }

    @Test
    void stepsSleepAndStagesStayWithinWhatPeopleDo() {
        for (Person person : world.people()) {
            int[] steps = new int[DAYS];
            Map<SleepStage, Integer> stages = new EnumMap<>(SleepStage.class);
            double minutes = 0;
            for (int offset = 0; offset < DAYS; offset++) {
                Movement movement = world.day(person, FIRST.plusDays(offset)).movement();
                steps[offset] = IntStream.range(0, movement.minutes())
                        .map(movement::steps)
                        .sum();
                Sleep night = world.night(person, FIRST.plusDays(offset));
                assertThat(night.epochs() / 2).isBetween(170, 760);
                minutes += night.epochs() / 2.0;
                for (SleepStage stage : SleepStage.values()) {
                    stages.merge(stage, night.minutes(stage), Integer::sum);
                }
            }
            Arrays.sort(steps);
            assertThat(steps[DAYS / 2]).isBetween(3_500, 17_000);
            assertThat(steps[DAYS - 1]).isLessThan(45_000);
            assertThat(minutes / DAYS).isBetween(345.0, 545.0);
            assertThat(stages.getOrDefault(SleepStage.WAKE, 0) / minutes)
                    .as("awake")
                    .isBetween(0.06, 0.18);
            assertThat(stages.getOrDefault(SleepStage.LIGHT, 0) / minutes)
                    .as("light")
                    .isBetween(0.44, 0.60);
            assertThat(stages.getOrDefault(SleepStage.DEEP, 0) / minutes)
                    .as("deep")
                    .isBetween(0.11, 0.21);
            assertThat(stages.getOrDefault(SleepStage.REM, 0) / minutes)
                    .as("rem")
                    .isBetween(0.16, 0.28);
        }
    }

    @Test
    void oxygenAndVariabilityAreMeasuredInSleepOnly() {
        int readings = 0;
        for (Person person : world.people()) {
            for (int offset = 0; offset < DAYS; offset++) {
                LocalDate date = FIRST.plusDays(offset);
                NightSignals signals = world.day(person, date).signals();
                Sleep night = world.night(person, date);
                if (signals == null) {
                    assertThat(night.recording()).isNotEqualTo(Sleep.Recording.STAGES);
                    continue;
                }
                for (NightSignals.Oxygen reading : signals.oxygen()) {
                    assertThat(night.actual(night.epochAt(reading.at()))).isNotEqualTo(SleepStage.WAKE);
                    assertThat(reading.tenths()).isBetween(800, 1_000);
                    readings++;
                }
                for (NightSignals.Variability reading : signals.variability()) {
                    assertThat(reading.at() % 300).isZero();
                    assertThat(reading.at()).isBetween(night.start(), night.end() - 300);
                    assertThat(reading.rmssd()).isBetween(3.0, 250.0);
                    assertThat(reading.coverage()).isBetween(0.5, 1.0);
                }
            }
        }
        assertThat(readings).isGreaterThan(300 * DAYS);
    }
}
