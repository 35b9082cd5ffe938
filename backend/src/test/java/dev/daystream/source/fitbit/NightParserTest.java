package dev.daystream.source.fitbit;

import static dev.daystream.source.fitbit.Fixtures.bytes;
import static dev.daystream.source.fitbit.Fixtures.instants;
import static dev.daystream.source.fitbit.Fixtures.parse;
import static dev.daystream.source.fitbit.Fixtures.series;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.model.DailyValue;
import dev.daystream.model.ParsedDay;
import dev.daystream.model.Rejection;
import dev.daystream.model.TimeRange;
import dev.daystream.source.BadPayloadException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NightParserTest {
    @ParameterizedTest
    @ValueSource(strings = {"spo2-object.json", "spo2-array.json", "spo2-wrapped.json"})
    void oxygenSaturationInEveryContainer(String file) throws BadPayloadException {
        ParsedDay day = parse("spo2", file);
        assertThat(instants(series(day, "spo2"))).containsExactly("2026-03-01T22:58:30Z", "2026-03-02T01:14:00Z");
        assertThat(series(day, "spo2").values()).containsExactly(96.3f, 97.8f);
        assertThat(day.range())
                .isEqualTo(new TimeRange(Instant.parse("2026-03-01T22:58:00Z"), Instant.parse("2026-03-02T01:15:00Z")));
        assertThat(day.rejections()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "{\"spo2\":[]}", "{\"dateTime\":\"2026-03-02\",\"minutes\":[]}"})
    void aNightWithoutDataIsAnEmptyRangeAtTheStartOfTheDay(String payload) throws BadPayloadException {
        ParsedDay day = parse("spo2", payload.getBytes(StandardCharsets.UTF_8));
        Instant start = Instant.parse("2026-03-01T23:00:00Z");
        assertThat(day.range()).isEqualTo(new TimeRange(start, start));
        assertThat(day.series()).isEmpty();
        assertThat(day.rejections()).isEmpty();
    }

    @Test
    void heartRateVariabilityHasFourSeries() throws BadPayloadException {
        ParsedDay day = parse("hrv", "hrv.json");
        assertThat(instants(series(day, "hrv_rmssd"))).containsExactly("2026-03-01T22:55:00Z", "2026-03-01T23:00:00Z");
        assertThat(series(day, "hrv_coverage").values()).containsExactly(0.94f, 0.97f);
        assertThat(series(day, "hrv_high_frequency").values()).containsExactly(301.2f, 280f);
        assertThat(series(day, "hrv_low_frequency").values()).containsExactly(512.6f);
        assertThat(series(day, "hrv_rmssd").cadence()).isEqualTo(300);
    }

    @Test
    void aDateThatDoesNotRollAfterMidnightIsRolled() throws BadPayloadException {
        ParsedDay day = parse("hrv", "hrv-not-rolling.json");
        assertThat(instants(series(day, "hrv_rmssd")))
                .containsExactly(
                        "2026-03-02T22:58:56Z", "2026-03-02T22:59:56Z", "2026-03-02T23:00:56Z", "2026-03-03T05:00:56Z");
        assertThat(day.rejections()).isEmpty();
    }

    @Test
    void recordsOfOtherNightsAreRejected() throws BadPayloadException {
        String payload = "{\"dateTime\":\"2026-03-02\",\"minutes\":[{\"minute\":\"2026-02-28T23:59:00\",\"value\":95},"
                + "{\"minute\":\"2026-03-01T00:00:00\",\"value\":96},{\"minute\":\"2026-03-03T00:00:00\",\"value\":97}]}";
        ParsedDay day = parse("spo2", payload.getBytes(StandardCharsets.UTF_8));
        assertThat(series(day, "spo2").values()).containsExactly(96f);
        assertThat(day.rejections())
                .extracting(rejection -> rejection.reason() + " " + rejection.position())
                .containsExactly("OTHER_DAY /minutes/0", "OTHER_DAY /minutes/2");
    }

    @Test
    void dailyFiguresOfTheNight() throws BadPayloadException {
        assertThat(parse("spo2_daily", "spo2-daily.json").daily())
                .containsExactlyInAnyOrder(
                        new DailyValue("spo2_daily_average", 96.1),
                        new DailyValue("spo2_daily_minimum", 93.4),
                        new DailyValue("spo2_daily_maximum", 99.0));
        assertThat(parse("hrv_daily", "hrv-daily.json").daily())
                .containsExactly(new DailyValue("hrv_daily_rmssd", 39.9), new DailyValue("hrv_deep_rmssd", 44.0));
    }

    @Test
    void minusOneIsNoBreathingRate() throws BadPayloadException {
        ParsedDay day = parse("breathing_rate", "breathing.json");
        assertThat(day.daily())
                .containsExactly(
                        new DailyValue("breathing_rate_deep", 14.2),
                        new DailyValue("breathing_rate_light", 15.1),
                        new DailyValue("breathing_rate", 15.0));
        assertThat(day.rejections()).isEmpty();
        assertThat(parse("breathing_rate", "breathing-daily.json").daily())
                .containsExactly(new DailyValue("breathing_rate", 16.4));
    }

    @Test
    void anotherNightsFiguresAreRejected() throws BadPayloadException {
        ParsedDay day = parse("hrv_daily", bytes("hrv-daily.json"), LocalDate.parse("2026-03-04"), Fixtures.ZONE);
        assertThat(day.daily()).isEmpty();
        assertThat(day.rejections()).extracting(Rejection::reason).containsExactly(Rejection.Reason.OTHER_DAY);
    }
}
