package dev.daystream.impute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.impute.GapRules.Delivered;
import dev.daystream.impute.GapRules.Refusal;
import dev.daystream.metrics.Catalog;
import dev.daystream.metrics.Metric;
import dev.daystream.model.Enrolment;
import dev.daystream.model.TimeRange;
import dev.daystream.model.Wear;
import dev.daystream.model.ZoneHistory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GapRulesTest {
    private static final LocalDate DAY = LocalDate.parse("2026-03-10");
    private static final ZoneHistory ZONES = ZoneHistory.of(ZoneId.of("Europe/Berlin"));
    private static final long MIDNIGHT = ZONES.startOf(DAY).getEpochSecond() / 60;
    private static final int HOUR = 60;

    private Metric metric = Catalog.bundled().get("heart_rate");
    private Enrolment enrolment = new Enrolment(null, null);
    private List<Delivered> delivered = List.of(closed(DAY.minusDays(1)), closed(DAY), closed(DAY.plusDays(1)));
    private Set<LocalDate> wearKnown = new HashSet<>(Set.of(DAY.minusDays(1), DAY, DAY.plusDays(1)));
    private long offFrom = MIDNIGHT + 12 * HOUR;
    private long offUntil = offFrom;
    private List<TimeRange> sleeps = List.of();

    private static Delivered closed(LocalDate date) {
        return new Delivered(ZONES.day(date), false);
    }

    private static TimeRange minutes(long first, long end) {
        return TimeRange.ofMillis(first * 60_000, end * 60_000);
    }

    /** A hole of so many minutes, in minutes from the start of the day. */
    private static Hole hole(int fromMinute, int minutes) {
        return new Hole(MIDNIGHT + fromMinute - 1, MIDNIGHT + fromMinute + minutes, 1);
    }

    private @Nullable Refusal refusal(Hole hole) {
        Wear wear = Wear.of(
                LongStream.range(MIDNIGHT - 48 * HOUR, MIDNIGHT + 72 * HOUR)
                        .filter(minute -> minute < offFrom || minute >= offUntil)
                        .map(minute -> minute * 60_000)
                        .toArray(),
                60);
        return new GapRules(metric, enrolment, ZONES, delivered, wearKnown, wear, sleeps).refusal(hole);
    }

    private void metric(String key) {
        metric = Catalog.bundled().get(key);
    }

    @ParameterizedTest
    @CsvSource({"heart_rate,30", "steps,30", "spo2,10"})
    void aHoleIsFilledUpToTheLimitOfItsMetricAndNotAMinuteBeyond(String key, int limit) {
        metric(key);
        sleeps = List.of(ZONES.day(DAY));
        assertThat(refusal(hole(600, limit))).isNull();
        assertThat(refusal(hole(600, limit + 1))).isEqualTo(Refusal.TOO_LONG);
    }

    @Test
    void holesOfASlowSensorAreCountedInItsCadence() {
        metric("hrv_rmssd");
        sleeps = List.of(ZONES.day(DAY));
        assertThat(refusal(new Hole(MIDNIGHT + 60, MIDNIGHT + 80, 5))).isNull();
        assertThat(refusal(new Hole(MIDNIGHT + 60, MIDNIGHT + 85, 5))).isEqualTo(Refusal.TOO_LONG);
    }

    @ParameterizedTest
    @CsvSource({"floors", "hrv_coverage", "active_zone_minutes", "weight", "resting_heart_rate"})
    void someMetricsAreNeverFilled(String key) {
        metric(key);
        assertThat(GapRules.imputes(metric)).isFalse();
        assertThat(refusal(hole(600, 1))).isEqualTo(Refusal.TOO_LONG);
    }

    @Test
    void nothingIsFilledBeforeTheFirstDayOrAfterTheLast() {
        enrolment = new Enrolment(DAY, DAY);
        assertThat(refusal(hole(600, 5))).isNull();
        assertThat(refusal(hole(0, 5))).isNull();
        assertThat(refusal(hole(-2, 5))).isEqualTo(Refusal.BEFORE_ENROLMENT);
        assertThat(refusal(hole(1_438, 5))).isEqualTo(Refusal.AFTER_END);
        assertThat(refusal(hole(1_435, 5))).isNull();
    }

    @Test
    void everyDayThatItTouchesMustBeDelivered() {
        delivered = List.of(closed(DAY));
        assertThat(refusal(hole(0, 5))).isNull();
        assertThat(refusal(hole(-1, 5))).isEqualTo(Refusal.NOT_SYNCED);
        assertThat(refusal(hole(1_439, 5))).isEqualTo(Refusal.NOT_SYNCED);
        delivered = List.of();
        assertThat(refusal(hole(600, 5))).isEqualTo(Refusal.NOT_SYNCED);
    }

    @Test
    void aDayThatStillRunsIsFilledOnlyBetweenItsSamples() {
        delivered = List.of(new Delivered(ZONES.day(DAY), true), closed(DAY.plusDays(1)));
        assertThat(refusal(hole(600, 5))).isNull();
        assertThat(refusal(new Hole(MIDNIGHT + 600, Hole.OPEN, 1))).isEqualTo(Refusal.NOT_SYNCED);
        assertThat(refusal(hole(1_438, 5))).isEqualTo(Refusal.NOT_SYNCED);
    }

    @Test
    void withoutHeartRateNobodyKnowsWhetherTheWatchWasWorn() {
        metric("steps");
        wearKnown.remove(DAY);
        assertThat(refusal(hole(600, 5))).isEqualTo(Refusal.WEAR_UNKNOWN);
        assertThat(refusal(hole(-5, 5))).isNull();
        assertThat(refusal(hole(-5, 6))).isEqualTo(Refusal.WEAR_UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"30,true", "31,false", "300,false"})
    void aShortTimeNotWornIsBridgedAndALongOneNever(int minutesOff, boolean filled) {
        metric("steps");
        offUntil = offFrom + minutesOff;
        // Five minutes of steps are missing, somewhere in the time that the watch was off.
        assertThat(refusal(hole(12 * HOUR + 10, 5))).isEqualTo(filled ? null : Refusal.NOT_WORN);
        assertThat(refusal(hole(12 * HOUR - 4, 5))).isEqualTo(filled ? null : Refusal.NOT_WORN);
        assertThat(refusal(hole(12 * HOUR - 5, 5))).isNull();
    }

    @Test
    void whatIsMeasuredAsleepIsFilledOnlyWithinOneSleep() {
        metric("spo2");
        sleeps = List.of(minutes(MIDNIGHT, MIDNIGHT + 120), minutes(MIDNIGHT + 125, MIDNIGHT + 300));
        assertThat(refusal(hole(30, 10))).isNull();
        assertThat(refusal(hole(110, 10))).isNull();
        assertThat(refusal(hole(111, 10))).isEqualTo(Refusal.SLEEP_ONLY);
        assertThat(refusal(hole(118, 9))).isEqualTo(Refusal.SLEEP_ONLY);
        assertThat(refusal(hole(600, 5))).isEqualTo(Refusal.SLEEP_ONLY);
    }

    @Test
    void theReasonOfALongHoleIsThatOfItsBeginning() {
        offFrom = MIDNIGHT + 600;
        offUntil = MIDNIGHT + 800;
        assertThat(refusal(hole(600, 200))).isEqualTo(Refusal.NOT_WORN);
        delivered = List.of(closed(DAY));
        assertThat(refusal(hole(1_430, 60 * 24))).isEqualTo(Refusal.NOT_SYNCED);
        assertThat(refusal(new Hole(MIDNIGHT + 100, Hole.OPEN, 1))).isEqualTo(Refusal.TOO_LONG);
    }

    @Test
    void midnightIsThatOfTheParticipant() {
        assertThat(Instant.ofEpochSecond(MIDNIGHT * 60)).isEqualTo("2026-03-09T23:00:00Z");
    }
}
