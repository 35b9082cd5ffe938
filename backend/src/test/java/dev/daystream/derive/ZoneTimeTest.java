package dev.daystream.derive;

import static dev.daystream.derive.Made.figure;
import static dev.daystream.derive.Made.input;
import static dev.daystream.derive.Made.samples;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.daystream.metrics.DerivedCatalog;
import dev.daystream.model.SeriesSamples;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ZoneTimeTest {
    private static final ZoneBounds ZONES = ZoneBounds.own(100, 120, 140, 170);
    private final ZoneTime formula = new ZoneTime(DerivedCatalog.bundled());

    private long[] seconds(SeriesSamples samples) {
        long[] millis = formula.millis(samples, Made.DAY, ZONES);
        for (int i = 0; i < millis.length; i++) {
            millis[i] /= 1_000;
        }
        return millis;
    }

    @Test
    void aSampleStandsForTheTimeUntilTheNext() {
        // 5 s below, 15 s light, 1 s vigorous, then the last one until its minute ends, 39 s away but capped at 30.
        SeriesSamples samples =
                Made.at("2026-03-10T08:00:00Z", new int[] {0, 5, 20, 21}, new float[] {99, 100, 140, 170});
        assertThat(seconds(samples)).containsExactly(5, 15, 0, 1, 30);
    }

    @Test
    void samplesAreNotCounted() {
        SeriesSamples dense = samples("heart_rate", "2026-03-10T08:00:00Z", "2026-03-10T08:10:00Z", 1, at -> 130);
        SeriesSamples sparse = samples("heart_rate", "2026-03-10T08:00:00Z", "2026-03-10T08:10:00Z", 15, at -> 130);
        assertThat(seconds(dense)[2]).isEqualTo(600);
        assertThat(seconds(sparse)[2]).isEqualTo(600);
    }

    @Test
    void beforeAPauseASampleCountsNoLongerThanItsMinute() {
        SeriesSamples samples = Made.at("2026-03-10T08:00:00Z", new int[] {0, 50, 3_000}, new float[] {130, 130, 130});
        // 0 s: the next is 50 s away, more than the cap: 30 s. 50 s: 10 s are left of the minute. 3,000 s: begins a
        // minute.
        assertThat(seconds(samples)[2]).isEqualTo(30 + 10 + 30);
    }

    @Test
    void aSlowSensorsSamplesStandForLonger() {
        SeriesSamples samples = samples("heart_rate", "2026-03-10T08:00:00Z", "2026-03-10T09:00:00Z", 60, at -> 130);
        assertThat(seconds(samples)[2]).isEqualTo(3_600);
    }

    @Test
    void samplesOfOtherDaysCountNothing() {
        SeriesSamples samples = samples("heart_rate", "2026-03-09T23:59:53Z", "2026-03-11T00:01:00Z", 10, at -> 130);
        // The day's first sample comes three seconds after midnight; its last, at 23:59:53, stands until the day ends.
        assertThat(seconds(samples)[2]).isEqualTo(86_400 - 3);
        SeriesSamples alone = samples("heart_rate", "2026-03-10T00:00:03Z", "2026-03-11T00:00:03Z", 10, at -> 130);
        assertThat(seconds(alone)).isEqualTo(seconds(samples));
        SeriesSamples early = Made.at("2026-03-10T23:00:00Z", new int[] {0, 3_590, 3_610}, new float[] {130, 130, 130});
        assertThat(seconds(early)[2]).isEqualTo(30 + 10);
    }

    @Test
    void zonesByAgeFollowTanakaAndTheCollegeOfSportsMedicine() {
        // Born 40 years and a day before: 208 - 0.7 * 40 = 180.
        ZoneBounds zones = ZoneBounds.byAge(LocalDate.parse("1986-03-09"), Made.DATE);
        assertThat(zones).isNotNull();
        assertThat(zones.maximum()).isEqualTo(180);
        assertThat(zones.light()).isCloseTo(102.6, within(1e-9));
        assertThat(zones.moderate()).isCloseTo(115.2, within(1e-9));
        assertThat(zones.vigorous()).isCloseTo(138.6, within(1e-9));
        assertThat(zones.peak()).isCloseTo(172.8, within(1e-9));
        ZoneBounds dayBefore = ZoneBounds.byAge(LocalDate.parse("1986-03-11"), Made.DATE);
        assertThat(dayBefore).isNotNull();
        assertThat(dayBefore.maximum()).isCloseTo(180.7, within(1e-9));
        assertThat(ZoneBounds.byAge(LocalDate.parse("2026-03-11"), Made.DATE)).isNull();
        assertThat(ZoneBounds.byAge(LocalDate.parse("1826-03-11"), Made.DATE)).isNull();
    }

    @Test
    void zonesMustRise() {
        assertThatThrownBy(() -> ZoneBounds.own(100, 100, 140, 170)).hasMessageContaining("rising");
        assertThatThrownBy(() -> ZoneBounds.own(0, 100, 140, 170)).hasMessageContaining("above 0");
    }

    @Test
    void activeMinutesCountVigorousOnesTwice() {
        // Twelve hours at 90, of which 20 minutes are moderate, 10 vigorous and 5 at the peak.
        SeriesSamples samples = samples("heart_rate", "2026-03-10T06:00:00Z", "2026-03-10T18:00:00Z", 10, at -> {
            long minute = (at / 60_000) % 720;
            return minute < 20 ? 130 : minute < 30 ? 150 : minute < 35 ? 175 : 90;
        });
        DayInput input = input(samples, null, null, ZONES);
        assertThat(figure("time_in_moderate_zone", input).value()).isEqualTo(20);
        assertThat(figure("time_in_peak_zone", input).value()).isEqualTo(5);
        assertThat(figure("zone_active_minutes", input).value()).isEqualTo(20 + 2 * 15);
        assertThat(figure("zone_active_minutes", input).coverage()).isCloseTo(0.5, within(0.001));
    }

    @Test
    void withoutEnoughOfTheDayOrZonesThereIsAReason() {
        SeriesSamples samples = samples("heart_rate", "2026-03-10T06:00:00Z", "2026-03-10T10:00:00Z", 10, at -> 90);
        assertThat(figure("time_below_zones", input(samples, null, null, ZONES)).reason())
                .isEqualTo(Shortfall.TOO_LITTLE_DATA);
        assertThat(figure("time_below_zones", input(samples, null, null, null)).reason())
                .isEqualTo(Shortfall.NO_ZONES);
        assertThat(figure("time_below_zones", input(null, null, null, ZONES)).reason())
                .isEqualTo(Shortfall.NOT_DELIVERED);
    }
}
