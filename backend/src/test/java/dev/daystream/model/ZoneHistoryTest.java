package dev.daystream.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZoneHistoryTest {
    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2026-03-29, PT23H",
        "Europe/Berlin, 2026-10-25, PT25H",
        "Europe/Berlin, 2026-10-26, PT24H",
        "Australia/Lord_Howe, 2026-04-05, PT24H30M",
        "Australia/Lord_Howe, 2026-10-04, PT23H30M",
        "Asia/Kathmandu, 2026-10-04, PT24H",
        "America/Santiago, 2026-09-06, PT23H",
        "Pacific/Apia, 2011-12-30, PT0S",
    })
    void aDayLastsAsLongAsItsZoneSays(String zone, LocalDate date, Duration length) {
        assertThat(ZoneHistory.of(ZoneId.of(zone)).day(date).length()).isEqualTo(length);
    }

    @Test
    void theDayThatNeverWasHoldsNoInstant() {
        ZoneHistory apia = ZoneHistory.of(ZoneId.of("Pacific/Apia"));
        Instant noonAfter = Instant.parse("2011-12-30T22:00:00Z");
        assertThat(apia.dateOf(noonAfter)).isEqualTo(LocalDate.parse("2011-12-31"));
        assertThat(apia.day(LocalDate.parse("2011-12-30")).isEmpty()).isTrue();
    }

    @Test
    void everyInstantIsInExactlyOneDayAlsoAcrossMoves() {
        Random random = new Random(7);
        List<String> zones = List.of(
                "Europe/Berlin",
                "Asia/Kolkata",
                "America/New_York",
                "Pacific/Apia",
                "Pacific/Honolulu",
                "Asia/Kathmandu");
        for (int round = 0; round < 200; round++) {
            Instant base = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(300 * 86_400));
            var entries = new java.util.ArrayList<ZoneHistory.Entry>();
            entries.add(new ZoneHistory.Entry(Instant.MIN, ZoneId.of(zones.get(random.nextInt(zones.size())))));
            Instant at = base;
            for (int move = 0; move < 3; move++) {
                at = at.plusSeconds(1 + random.nextInt(3 * 86_400));
                entries.add(new ZoneHistory.Entry(at, ZoneId.of(zones.get(random.nextInt(zones.size())))));
            }
            ZoneHistory history = new ZoneHistory(entries);
            for (int probe = 0; probe < 50; probe++) {
                Instant instant = base.plusSeconds(random.nextInt(12 * 86_400));
                LocalDate date = history.dateOf(instant);
                assertThat(history.day(date).contains(instant.toEpochMilli())).isTrue();
                assertThat(history.day(date).end())
                        .isEqualTo(history.day(date.plusDays(1)).start());
            }
        }
    }
}
