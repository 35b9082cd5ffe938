package dev.daystream.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WallClockTest {
    /** Reading a whole day's wall minutes in order gives back exactly its instants, whatever the clocks did. */
    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2026-03-29, 1380",
        "Europe/Berlin, 2026-10-25, 1500",
        "Europe/Berlin, 2026-07-01, 1440",
        "America/New_York, 2026-11-01, 1500",
        "Australia/Lord_Howe, 2026-04-05, 1470",
        "Australia/Lord_Howe, 2026-10-04, 1410",
        "Asia/Kolkata, 2026-10-04, 1440",
        "America/Santiago, 2026-09-06, 1380",
        "Africa/Cairo, 2026-10-29, 1440",
        "Africa/Cairo, 2026-10-30, 1440",
    })
    void wallMinutesOfADayAreItsInstants(String zone, LocalDate date, int minutes) {
        ZoneHistory zones = ZoneHistory.of(ZoneId.of(zone));
        TimeRange day = zones.day(date);
        List<Long> expected = new ArrayList<>();
        List<Long> read = new ArrayList<>();
        WallClock clock = new WallClock(zones);
        for (long t = day.startMillis(); t < day.endMillis(); t += 60_000) {
            LocalDateTime wall = LocalDateTime.ofInstant(Instant.ofEpochMilli(t), ZoneId.of(zone));
            expected.add(t);
            read.add(clock.instant(wall.toLocalDate(), wall.toLocalTime().toNanoOfDay() / 1_000_000));
        }
        assertThat(read).isEqualTo(expected);
        if (!zone.startsWith("Africa")) {
            assertThat(read).hasSize(minutes);
        }
    }

    @Test
    void aWallTimeThatNeverWasIsNone() {
        WallClock clock = new WallClock(ZoneHistory.of(ZoneId.of("Europe/Berlin")));
        assertThat(clock.instant(LocalDate.parse("2026-03-29"), 2 * 3_600_000 + 1))
                .isEqualTo(WallClock.NONE);
        assertThat(clock.instant(LocalDate.parse("2026-03-29"), 3 * 3_600_000))
                .isEqualTo(Instant.parse("2026-03-29T01:00:00Z").toEpochMilli());
    }

    @Test
    void aDayThatNeverWasHasNoTimes() {
        WallClock clock = new WallClock(ZoneHistory.of(ZoneId.of("Pacific/Apia")));
        assertThat(clock.instant(LocalDate.parse("2011-12-30"), 12 * 3_600_000)).isEqualTo(WallClock.NONE);
    }

    @Test
    void onADayOfTravelLaterWallTimesAreReadInTheNewZone() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        ZoneId newYork = ZoneId.of("America/New_York");
        Instant landing = ZonedDateTime.of(2026, 6, 10, 18, 0, 0, 0, berlin).toInstant();
        ZoneHistory zones = new ZoneHistory(
                List.of(new ZoneHistory.Entry(Instant.MIN, berlin), new ZoneHistory.Entry(landing, newYork)));
        WallClock clock = new WallClock(zones);
        LocalDate date = LocalDate.parse("2026-06-10");
        assertThat(clock.instant(date, 8 * 3_600_000L))
                .isEqualTo(Instant.parse("2026-06-10T06:00:00Z").toEpochMilli());
        assertThat(clock.instant(date, 20 * 3_600_000L))
                .isEqualTo(Instant.parse("2026-06-11T00:00:00Z").toEpochMilli());
    }

    private static ZoneHistory flight(String zone) {
        return ZoneHistory.of(ZoneId.of("Europe/Berlin")).with(Instant.parse("2026-06-10T16:00:00Z"), ZoneId.of(zone));
    }

    private static String read(WallClock clock, String wall) {
        LocalDateTime time = LocalDateTime.parse(wall);
        long instant = clock.instant(time.toLocalDate(), time.toLocalTime().toNanoOfDay() / 1_000_000);
        return instant == WallClock.NONE
                ? "none"
                : Instant.ofEpochMilli(instant).toString();
    }

    @Test
    void theHoursThatAFlightWestShowsTwiceAreToldApartByTheirOrder() {
        WallClock clock = new WallClock(flight("America/New_York"));
        assertThat(read(clock, "2026-06-10T13:00")).isEqualTo("2026-06-10T11:00:00Z");
        assertThat(read(clock, "2026-06-10T17:59")).isEqualTo("2026-06-10T15:59:00Z");
        assertThat(read(clock, "2026-06-10T12:00")).isEqualTo("2026-06-10T16:00:00Z");
        assertThat(read(clock, "2026-06-10T13:00")).isEqualTo("2026-06-10T17:00:00Z");
        assertThat(read(clock, "2026-06-10T23:59")).isEqualTo("2026-06-11T03:59:00Z");
        assertThat(read(clock, "2026-06-11T00:00")).isEqualTo("2026-06-11T04:00:00Z");
    }

    @Test
    void theHoursThatAFlightEastLeavesOutNeverWere() {
        WallClock clock = new WallClock(flight("Asia/Kolkata"));
        assertThat(read(clock, "2026-06-10T17:59")).isEqualTo("2026-06-10T15:59:00Z");
        assertThat(read(clock, "2026-06-10T18:00")).isEqualTo("none");
        assertThat(read(clock, "2026-06-10T21:29")).isEqualTo("none");
        assertThat(read(clock, "2026-06-10T21:30")).isEqualTo("2026-06-10T16:00:00Z");
    }
}
