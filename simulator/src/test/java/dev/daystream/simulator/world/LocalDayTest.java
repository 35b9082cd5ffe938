package dev.daystream.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalDayTest {
    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin,       2026-03-29, 1380",
        "Europe/Berlin,       2026-10-25, 1500",
        "Europe/Berlin,       2026-03-30, 1440",
        "America/New_York,    2026-03-08, 1380",
        "America/New_York,    2026-11-01, 1500",
        "Asia/Kolkata,        2026-03-29, 1440",
        "Australia/Lord_Howe, 2026-04-05, 1470",
        "Australia/Lord_Howe, 2026-10-04, 1410",
        "America/Santiago,    2026-09-06, 1380",
        "Pacific/Apia,        2011-12-30, 0",
    })
    void lastsAsLongAsTheClocksSay(String zone, String date, int minutes) {
        assertThat(LocalDay.of(LocalDate.parse(date), ZoneId.of(zone)).minutes())
                .isEqualTo(minutes);
    }

    @Test
    void startsAtOneWhereMidnightIsSkipped() {
        LocalDay day = LocalDay.of(LocalDate.parse("2026-09-06"), ZoneId.of("America/Santiago"));
        assertThat(day.wallSecond(0)).isEqualTo(3_600);
        assertThat(day.minuteAt(30)).isZero();
        assertThat(day.minuteAt(90)).isEqualTo(30);
    }
}
