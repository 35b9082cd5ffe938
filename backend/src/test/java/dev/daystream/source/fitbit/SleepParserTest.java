package dev.daystream.source.fitbit;

import static dev.daystream.source.fitbit.Fixtures.parse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daystream.model.DailyValue;
import dev.daystream.model.ParsedDay;
import dev.daystream.model.SleepSession;
import dev.daystream.model.SleepStage;
import dev.daystream.source.BadPayloadException;
import dev.daystream.source.PendingPayloadException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class SleepParserTest {
    @Test
    void aNightWithStages() throws BadPayloadException {
        ParsedDay day = parse("sleep", "sleep-stages.json");
        assertThat(day.sleep())
                .containsExactly(new SleepSession(
                        "41000000001",
                        Instant.parse("2026-03-01T22:12:30Z"),
                        Instant.parse("2026-03-02T06:01:30Z"),
                        true,
                        false,
                        411,
                        58,
                        469,
                        93,
                        0,
                        List.of(
                                stage("2026-03-01T22:12:30Z", 630, SleepStage.Level.LIGHT),
                                stage("2026-03-01T22:23:00Z", 3600, SleepStage.Level.DEEP),
                                stage("2026-03-01T23:23:00Z", 1200, SleepStage.Level.REM)),
                        List.of(stage("2026-03-01T22:40:00Z", 60, SleepStage.Level.WAKE))));
        assertThat(day.daily())
                .containsExactlyInAnyOrder(
                        new DailyValue("sleep_minutes_asleep", 411),
                        new DailyValue("sleep_records", 1),
                        new DailyValue("sleep_minutes_in_bed", 469));
        assertThat(day.rejections()).isEmpty();
    }

    @Test
    void aClassicNapWithoutItsSums() throws BadPayloadException {
        SleepSession nap = parse("sleep", "sleep-classic.json").sleep().get(0);
        assertThat(nap.id()).isEqualTo("41000000002");
        assertThat(nap.classic()).isTrue();
        assertThat(nap.main()).isFalse();
        assertThat(nap.minutesInBed()).isEqualTo(40);
        assertThat(nap.minutesAwake()).isEqualTo(10);
        assertThat(nap.minutesAsleep()).isEqualTo(30);
        assertThat(nap.efficiency()).isNull();
        assertThat(nap.stages())
                .extracting(SleepStage::level)
                .containsExactly(SleepStage.Level.ASLEEP, SleepStage.Level.RESTLESS, SleepStage.Level.AWAKE);
    }

    @Test
    void aPendingNightIsToBeAskedForAgain() {
        assertThatThrownBy(() -> parse("sleep", "sleep-pending.json"))
                .asInstanceOf(InstanceOfAssertFactories.type(PendingPayloadException.class))
                .extracting(PendingPayloadException::retryAfter)
                .isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void badSleepsAndStagesAreRejectedOneByOne() throws BadPayloadException {
        ParsedDay day = parse("sleep", "sleep-bad-records.json");
        assertThat(day.sleep()).extracting(SleepSession::id).containsExactly("4");
        assertThat(day.sleep().get(0).stages())
                .extracting(SleepStage::level)
                .containsExactly(SleepStage.Level.LIGHT, SleepStage.Level.REM);
        assertThat(day.rejections())
                .extracting(rejection -> rejection.reason() + " " + rejection.position())
                .containsExactlyInAnyOrder(
                        "OTHER_DAY /sleep/0",
                        "MALFORMED /sleep/1",
                        "MALFORMED /sleep/2",
                        "MALFORMED /sleep/3",
                        "MALFORMED /sleep/4",
                        "CONFLICT /sleep/5/levels/data/1",
                        "OUT_OF_RANGE /sleep/5/levels/data/2",
                        "MALFORMED /sleep/5/levels/data/3",
                        "OUT_OF_RANGE /sleep/5/levels/data/4");
    }

    /** At 03:00 summer time the clocks went back to 02:00: the wall shows 3 hours and 50 minutes, the sleep took an hour more. */
    @Test
    void stagesAcrossTheRepeatedHourFollowEachOther() throws BadPayloadException {
        String payload =
                "{\"sleep\":[{\"logId\":1,\"dateOfSleep\":\"2026-10-25\",\"startTime\":\"2026-10-24T23:00:00\","
                        + "\"endTime\":\"2026-10-25T02:50:00\",\"duration\":17400000,\"type\":\"stages\",\"levels\":{\"data\":["
                        + "{\"dateTime\":\"2026-10-24T23:00:00\",\"level\":\"light\",\"seconds\":11400},"
                        + "{\"dateTime\":\"2026-10-25T02:10:00\",\"level\":\"deep\",\"seconds\":5400},"
                        + "{\"dateTime\":\"2026-10-25T02:40:00\",\"level\":\"rem\",\"seconds\":600}]}}]}";
        ParsedDay day = parse(
                "sleep",
                payload.getBytes(StandardCharsets.UTF_8),
                LocalDate.parse("2026-10-25"),
                ZoneId.of("Europe/Berlin"));
        SleepSession night = day.sleep().get(0);
        assertThat(Duration.between(night.start(), night.end())).isEqualTo(Duration.ofMinutes(290));
        assertThat(night.stages())
                .containsExactly(
                        stage("2026-10-24T21:00:00Z", 11_400, SleepStage.Level.LIGHT),
                        stage("2026-10-25T00:10:00Z", 5_400, SleepStage.Level.DEEP),
                        stage("2026-10-25T01:40:00Z", 600, SleepStage.Level.REM));
        assertThat(day.rejections()).isEmpty();
    }

    private static SleepStage stage(String start, int seconds, SleepStage.Level level) {
        return new SleepStage(Instant.parse(start), seconds, level);
    }
}
