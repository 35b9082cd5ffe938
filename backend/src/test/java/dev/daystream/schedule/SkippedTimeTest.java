package dev.daystream.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** A time that a clock change leaves out is known before, with what happens. */
class SkippedTimeTest {
    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

    private static String words(String cron, String zone) {
        return SkippedTime.first(cron, ZoneId.of(zone), NOW)
                .map(SkippedTime::words)
                .orElse("none");
    }

    @Test
    void aDailyTimeInTheHourThatIsSkippedIsNamedWithItsDate() {
        assertThat(words("0 30 2 * * ?", "Europe/Berlin"))
                .isEqualTo(
                        "does not run on 2027-03-28: the clocks of Europe/Berlin go from 02:00 to 03:00, which leaves out"
                                + " 02:30; the next run is on 2027-03-29 at 02:30");
        assertThat(words("0 0 2 * * ?", "America/New_York")).contains("2027-03-14", "02:00", "2027-03-15");
        assertThat(words("0 10 0 * * ?", "Asia/Beirut")).contains("2027-03-28", "00:10", "2027-03-29");
    }

    @Test
    void aWeeklyTimeIsMissedForAWeek() {
        assertThat(words("0 30 2 ? * SUN", "Europe/Berlin"))
                .contains("2027-03-28", "next run is on 2027-04-04 at 02:30");
        assertThat(words("0 30 2 ? * MON", "Europe/Berlin")).isEqualTo("none");
    }

    @Test
    void timesThatExistOrComeAgainSoonAreNoneOfIt() {
        assertThat(words("0 30 4 * * ?", "Europe/Berlin")).isEqualTo("none");
        assertThat(words("0 0 3 * * ?", "Europe/Berlin")).isEqualTo("none");
        assertThat(words("0 0/20 * * * ?", "Europe/Berlin")).isEqualTo("none");
        assertThat(words("0 30 2 * * ?", "UTC")).isEqualTo("none");
        assertThat(words("0 30 2 * * ?", "Asia/Kolkata")).isEqualTo("none");
    }
}
