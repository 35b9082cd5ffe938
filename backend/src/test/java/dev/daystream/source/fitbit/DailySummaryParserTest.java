package dev.daystream.source.fitbit;

import static dev.daystream.source.fitbit.Fixtures.bytes;
import static dev.daystream.source.fitbit.Fixtures.parse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daystream.model.DailyValue;
import dev.daystream.model.ParsedDay;
import dev.daystream.model.Workout;
import dev.daystream.source.BadPayloadException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class DailySummaryParserTest {
    @Test
    void summaryAndWorkouts() throws BadPayloadException {
        ParsedDay day = parse("daily_summary", "daily-summary.json");
        assertThat(day.daily())
                .containsExactly(
                        new DailyValue("daily_calories_basal", 1620),
                        new DailyValue("daily_calories_active", 802),
                        new DailyValue("minutes_sedentary", 701),
                        new DailyValue("minutes_lightly_active", 210),
                        new DailyValue("minutes_fairly_active", 22));
        assertThat(day.workouts())
                .containsExactly(
                        new Workout(
                                "52000000001", "Run", Instant.parse("2026-03-02T16:05:00Z"), 1830, 4820, 341.0, 5250.0),
                        new Workout(
                                "52000000002", "Walk", Instant.parse("2026-03-02T11:10:00Z"), 600, null, null, null));
        assertThat(day.zones()).isEmpty();
        assertThat(day.rejections())
                .extracting(rejection -> rejection.reason() + " " + rejection.position())
                .containsExactly(
                        "OTHER_DAY /activities/2",
                        "MALFORMED /activities/3",
                        "OUT_OF_RANGE /activities/4",
                        "OUT_OF_RANGE /summary");
    }

    @Test
    void profile() throws BadPayloadException {
        assertThat(ProfileParser.parse(bytes("profile.json")))
                .isEqualTo(new Profile(
                        "ABC123",
                        "Alice A.",
                        ZoneId.of("America/New_York"),
                        -18_000_000,
                        LocalDate.parse("1985-07-04")));
    }

    @Test
    void aBirthDateThatCannotBeReadIsNone() throws BadPayloadException {
        String text = "{\"user\":{\"encodedId\":\"A\",\"timezone\":\"UTC\",\"dateOfBirth\":\"soon\"}}";
        assertThat(ProfileParser.parse(text.getBytes(StandardCharsets.UTF_8)).birthDate())
                .isNull();
    }

    @Test
    void aProfileNeedsAKnownZone() {
        assertThatThrownBy(() -> ProfileParser.parse(
                        "{\"user\":{\"encodedId\":\"A\",\"timezone\":\"Mars/Base\"}}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(BadPayloadException.class)
                .hasMessageContaining("Mars/Base");
        assertThatThrownBy(
                        () -> ProfileParser.parse("{\"user\":{\"encodedId\":\"A\"}}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(BadPayloadException.class);
    }
}
