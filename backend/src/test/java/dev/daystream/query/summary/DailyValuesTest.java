package dev.daystream.query.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.metrics.Catalog;
import dev.daystream.query.Expectation;
import dev.daystream.query.Reason;
import dev.daystream.query.summary.DailyValue.Basis;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The daily values of bad days, each with the right value written by hand. */
class DailyValuesTest {
    @Test
    void theHeadlineValuesComeFirstAndInOrder() {
        assertThat(new SomeDay()
                        .covered("floors", 0, 0.0, Reason.UNKNOWN)
                        .values()
                        .keySet())
                .containsExactly(
                        "steps",
                        "resting_heart_rate",
                        "asleep",
                        "distance",
                        "hrv_daily_rmssd",
                        "spo2_daily_average",
                        "calories",
                        "heart_rate",
                        "floors");
    }

    @Test
    void anAmountIsTheSumOfTheSamplesWithTheCoverageOfTheDay() {
        SomeDay day = new SomeDay()
                .worn(900)
                .samples("steps", 1_440, 8_000)
                .covered("steps", 900, 900 / 1_440.0, Reason.NOT_WORN)
                .vendor("daily_steps", 8_100);
        assertThat(day.value("steps"))
                .isEqualTo(new DailyValue(
                        8_000.0,
                        Basis.SAMPLES,
                        Expectation.Unit.MINUTES,
                        900,
                        1_440,
                        0.625,
                        Reason.NOT_WORN,
                        true,
                        null));
    }

    @Test
    void minutesOfZerosAreNoEvidenceAgainstAVendorThatCounted() {
        SomeDay zeros = new SomeDay()
                .samples("steps", 1_440, 0)
                .covered("steps", 1_440, 1.0, null)
                .vendor("daily_steps", 4_321);
        assertThat(zeros.value("steps").value()).isEqualTo(4_321);
        assertThat(zeros.value("steps").basis()).isEqualTo(Basis.VENDOR);
        assertThat(zeros.value("steps").coverage()).isNull();
        SomeDay still = new SomeDay().worn(1_440).samples("steps", 1_440, 0).vendor("daily_steps", 0);
        assertThat(still.value("steps").value()).isZero();
        assertThat(still.value("steps").basis()).isEqualTo(Basis.SAMPLES);
    }

    @Test
    void aDayNotWornHasNoValue() {
        SomeDay day = new SomeDay()
                .worn(0)
                .samples("steps", 1_440, 0)
                .covered("steps", 0, 0.0, Reason.NOT_WORN)
                .vendor("daily_calories", 1_657)
                .vendor("resting_heart_rate", 58)
                .vendor("sleep_minutes_asleep", 0);
        for (String key : day.values().keySet()) {
            assertThat(day.value(key).value()).as(key).isNull();
            assertThat(day.value(key).coverage()).as(key).isNull();
            assertThat(day.value(key).reason()).as(key).isEqualTo(Reason.NOT_WORN);
        }
    }

    @Test
    void aDayThatTheVendorHasNotAddedUpHasItsMinutesAlone() {
        SomeDay day = new SomeDay()
                .samples("steps", 1_440, 6_787)
                .setAside("daily_steps", 0, Reason.UNKNOWN)
                .setAside("daily_distance", 0, Reason.UNKNOWN)
                .setAside("daily_calories", 0, Reason.UNKNOWN);
        assertThat(day.value("steps").value()).isEqualTo(6_787);
        assertThat(day.value("steps").note()).isNull();
        for (String key : List.of("distance", "calories")) {
            assertThat(day.value(key).value()).as(key).isNull();
            assertThat(day.value(key).reason()).isEqualTo(Reason.UNKNOWN);
            assertThat(day.value(key).note()).isEqualTo("the vendor has not added up the day");
        }
        assertThat(day.worn(0).value("distance").note()).isNull();
    }

    @Test
    void whatNoSourceBringsIsNotExplainedByTheSamples() {
        SomeDay day = new SomeDay()
                .worn(505)
                .samples("heart_rate", 3_000, 180_000)
                .covered("heart_rate", 505, 0.35, Reason.NOT_WORN);
        assertThat(day.value("resting_heart_rate").reason()).isNull();
        day.missing("resting_heart_rate", Reason.UNKNOWN);
        assertThat(day.value("resting_heart_rate").reason()).isEqualTo(Reason.NOT_WORN);
    }

    @Test
    void whatComesBeforeNotWornIsTold() {
        SomeDay day = new SomeDay().worn(0).covered("steps", 0, 0.0, Reason.FETCH_FAILED);
        assertThat(day.value("steps").reason()).isEqualTo(Reason.FETCH_FAILED);
        assertThat(day.value("heart_rate").reason()).isEqualTo(Reason.NOT_WORN);
    }

    @Test
    void aNapIsNotTheNight() {
        DailyValue nap = new SomeDay().worn(800).slept(1, 57, false, 57).value("asleep");
        assertThat(nap)
                .isEqualTo(new DailyValue(
                        null,
                        null,
                        null,
                        0,
                        0,
                        null,
                        Reason.NO_MAIN_SLEEP,
                        false,
                        "main sleep not recorded; nap 57 min"));
        assertThat(new SomeDay().slept(2, 95, false, 95).value("asleep").note())
                .isEqualTo("main sleep not recorded; nap 1 h 35 min");
        DailyValue night = new SomeDay().slept(2, 447, true, 57).value("asleep");
        assertThat(night.value()).isEqualTo(447);
        assertThat(night.basis()).isEqualTo(Basis.SESSIONS);
    }

    @Test
    void aNightWithoutARecordIsNotANightOfZeroHours() {
        SomeDay worn = new SomeDay().worn(1_400).vendor("sleep_minutes_asleep", 0);
        assertThat(worn.value("asleep").value()).isNull();
        assertThat(worn.value("asleep").reason()).isEqualTo(Reason.NO_SLEEP);
        SomeDay off = new SomeDay().worn(700).missing("sleep_minutes_asleep", Reason.NOT_WORN);
        assertThat(off.value("asleep").value()).isNull();
        assertThat(off.value("asleep").reason()).isEqualTo(Reason.NOT_WORN);
    }

    @Test
    void aSourceWithoutSessionsTellsTheSumOfTheNight() {
        DailyValue asleep = new SomeDay().vendor("sleep_minutes_asleep", 411).value("asleep");
        assertThat(asleep.value()).isEqualTo(411);
        assertThat(asleep.basis()).isEqualTo(Basis.VENDOR);
    }

    @Test
    void aValueOfTheWholeDayIsPartialBelowTenHoursWornOrFourFifthsCovered() {
        SomeDay short1 = new SomeDay().worn(599).samples("steps", 1_440, 900).covered("steps", 1_440, 1.0, null);
        assertThat(short1.value("steps").partial()).isTrue();
        SomeDay short2 = new SomeDay().samples("heart_rate", 9_000, 60 * 9_000.0);
        assertThat(short2.covered("heart_rate", 1_151, 1_151 / 1_440.0, Reason.NOT_WORN)
                        .value("heart_rate")
                        .partial())
                .isTrue();
        assertThat(short2.covered("heart_rate", 1_152, 0.8, Reason.NOT_WORN)
                        .value("heart_rate")
                        .partial())
                .isFalse();
        assertThat(short2.value("heart_rate").value()).isEqualTo(60);
        SomeDay night = new SomeDay().worn(500).slept(1, 420, true, 0).vendor("hrv_daily_rmssd", 40);
        assertThat(night.value("asleep").partial()).isFalse();
        assertThat(night.value("hrv_daily_rmssd").partial()).isFalse();
    }

    @Test
    void whereNothingTellsOfWearThereIsNoCoverage() {
        SomeDay day = new SomeDay().samples("steps", 1_440, 5_000).covered("steps", 1_440, null, Reason.WEAR_UNKNOWN);
        assertThat(day.value("steps").value()).isEqualTo(5_000);
        assertThat(day.value("steps").present()).isEqualTo(1_440);
        assertThat(day.value("steps").coverage()).isNull();
        assertThat(day.value("steps").reason()).isEqualTo(Reason.WEAR_UNKNOWN);
    }

    @Test
    void whatNoSourceBringsHasNoReason() {
        assertThat(new SomeDay().value("resting_heart_rate").reason()).isNull();
        assertThat(new SomeDay()
                        .missing("resting_heart_rate", Reason.UNKNOWN)
                        .covered("heart_rate", 200, 0.14, Reason.NOT_WORN)
                        .value("resting_heart_rate")
                        .reason())
                .isEqualTo(Reason.NOT_WORN);
    }

    @Test
    void outsideOfTheEnrolmentThereIsNoValue() {
        var values = DailyValues.of(
                new SomeDay().worn(1_440).samples("steps", 1_440, 9_000).day(),
                Reason.BEFORE_ENROLMENT,
                Catalog.bundled());
        assertThat(values.values()).allSatisfy(value -> {
            assertThat(value.value()).isNull();
            assertThat(value.reason()).isEqualTo(Reason.BEFORE_ENROLMENT);
        });
    }
}
