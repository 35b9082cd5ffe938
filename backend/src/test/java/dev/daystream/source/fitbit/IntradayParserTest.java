package dev.daystream.source.fitbit;

import static dev.daystream.source.fitbit.Fixtures.bytes;
import static dev.daystream.source.fitbit.Fixtures.instants;
import static dev.daystream.source.fitbit.Fixtures.parse;
import static dev.daystream.source.fitbit.Fixtures.series;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daystream.model.DailyValue;
import dev.daystream.model.HeartRateZone;
import dev.daystream.model.ParsedDay;
import dev.daystream.model.Rejection;
import dev.daystream.model.ZoneHistory;
import dev.daystream.source.BadPayloadException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class IntradayParserTest {
    @Test
    void heartRateComesWithRestingHeartRateAndZones() throws BadPayloadException {
        ParsedDay day = parse("heart_rate", "heart.json");
        var heartRate = series(day, "heart_rate");
        assertThat(instants(heartRate))
                .containsExactly(
                        "2026-03-01T23:00:04Z", "2026-03-01T23:00:09Z", "2026-03-01T23:00:19Z", "2026-03-02T22:59:58Z");
        assertThat(heartRate.values()).containsExactly(61f, 60f, 62.75f, 58f);
        assertThat(heartRate.cadence()).isEqualTo(5);
        assertThat(day.range()).isEqualTo(ZoneHistory.of(Fixtures.ZONE).day(Fixtures.DATE));
        assertThat(day.daily()).containsExactly(new DailyValue("resting_heart_rate", 57));
        assertThat(day.zones())
                .containsExactly(
                        new HeartRateZone("Out of Range", 30, 112, 1310, 1850.4),
                        new HeartRateZone("Fat Burn", 112, 139, 40, 300.0),
                        new HeartRateZone("Cardio", 139, 170, 20, null),
                        new HeartRateZone("Peak", 170, 220, null, null));
        assertThat(day.rejections()).isEmpty();
    }

    @Test
    void aWindowOfADayIsFlatter() throws BadPayloadException {
        ParsedDay day = parse("heart_rate", "heart-window.json");
        assertThat(series(day, "heart_rate").values()).containsExactly(63f, 65f);
        assertThat(series(day, "heart_rate").cadence()).isEqualTo(60);
        assertThat(day.daily()).isEmpty();
        assertThat(day.zones()).hasSize(1);
        assertThat(day.rejections()).isEmpty();
    }

    @Test
    void aDayWithoutRecordsIsEmptyButSpoken() throws BadPayloadException {
        ParsedDay day = parse("heart_rate", "heart-no-resting.json");
        assertThat(day.series()).isEmpty();
        assertThat(day.daily()).isEmpty();
        assertThat(day.range().length()).hasHours(24);
    }

    @Test
    void syntheticDataWrapsTheDayOnceMore() throws BadPayloadException {
        ParsedDay day = parse("heart_rate", "heart-wrapped.json");
        assertThat(series(day, "heart_rate").values()).containsExactly(81.00231f, 80.5f);
        assertThat(day.daily()).containsExactly(new DailyValue("resting_heart_rate", 58));
    }

    @Test
    void badRecordsAreRejectedOneByOneAndTheRestIsKept() throws BadPayloadException {
        ParsedDay day = parse("heart_rate", "heart-bad-records.json");
        assertThat(series(day, "heart_rate").values()).containsExactly(61f, 64f);
        assertThat(day.duplicates()).isEqualTo(1);
        assertThat(day.rejections())
                .extracting(rejection -> rejection.reason() + " " + rejection.position())
                .containsExactlyInAnyOrder(
                        "MALFORMED /activities-heart/0",
                        "MALFORMED /activities-heart/0",
                        "CONFLICT /activities-heart-intraday/dataset/2",
                        "OUT_OF_RANGE /activities-heart-intraday/dataset/3",
                        "MALFORMED /activities-heart-intraday/dataset/4",
                        "MALFORMED /activities-heart-intraday/dataset/5",
                        "MALFORMED /activities-heart-intraday/dataset/6",
                        "MALFORMED /activities-heart-intraday/dataset/7",
                        "OTHER_DAY /activities-heart-intraday/dataset/8",
                        "MALFORMED /activities-heart-intraday/dataset/9",
                        "MALFORMED /activities-heart-intraday/dataset/10");
        assertThat(day.rejected()).isEqualTo(11);
        assertThat(day.rejections())
                .filteredOn(rejection -> rejection.reason() == Rejection.Reason.OUT_OF_RANGE)
                .extracting(Rejection::detail)
                .containsExactly("value is not between 25.0 and 250.0 /min: {\"time\":\"00:00:09\",\"value\":999}");
    }

    @Test
    void zeroStepsAreASampleAndTheDaysSumIsTheVendorsOwn() throws BadPayloadException {
        ParsedDay day = parse("steps", "steps.json");
        assertThat(series(day, "steps").values()).containsExactly(0f, 57f, 101f);
        assertThat(series(day, "steps").cadence()).isEqualTo(60);
        assertThat(day.daily()).containsExactly(new DailyValue("daily_steps", 8123));
    }

    @Test
    void anAmountsRangeGrowsWithTheInterval() throws BadPayloadException {
        ParsedDay day = parse("steps", "steps-15min.json");
        assertThat(series(day, "steps").values()).containsExactly(1500f);
        assertThat(series(day, "steps").cadence()).isEqualTo(900);
        assertThat(day.rejections())
                .extracting(Rejection::position)
                .containsExactly("/activities-steps-intraday/dataset/1");
    }

    @Test
    void levelAndMetsMayBeMissingOnSomePoints() throws BadPayloadException {
        ParsedDay day = parse("calories", "calories.json");
        assertThat(series(day, "calories").values()).containsExactly(1.1904f, 1.2f, 4.25f, 9.5f);
        assertThat(series(day, "activity_level").values()).containsExactly(0f, 2f);
        assertThat(series(day, "mets").values()).containsExactly(1f, 8.5f);
        assertThat(day.rejections()).isEmpty();
    }

    @Test
    void kilometresBecomeMetres() throws BadPayloadException {
        ParsedDay day = parse("distance", "distance.json");
        assertThat(series(day, "distance").values()).containsExactly(37.5f);
        assertThat(day.daily()).containsExactly(new DailyValue("daily_distance", 6250));
    }

    @Test
    void activeZoneMinutesComeAsArray() throws BadPayloadException {
        ParsedDay day = parse("active_zone_minutes", "azm-array.json");
        assertThat(series(day, "active_zone_minutes").values()).containsExactly(2f, 1f, 2f);
        assertThat(series(day, "fat_burn_zone_minutes").values()).containsExactly(1f);
        assertThat(series(day, "cardio_zone_minutes").values()).containsExactly(2f);
        assertThat(instants(series(day, "peak_zone_minutes"))).containsExactly("2026-03-02T16:07:00Z");
        assertThat(day.rejections()).isEmpty();
    }

    @Test
    void activeZoneMinutesComeAsObject() throws BadPayloadException {
        ParsedDay day = parse("active_zone_minutes", "azm-object.json");
        assertThat(series(day, "active_zone_minutes").values()).containsExactly(2f, 1f);
        assertThat(day.daily()).containsExactly(new DailyValue("daily_active_zone_minutes", 5));
        assertThat(day.rejections()).isEmpty();
    }

    @Test
    void otherDaysOfARangeAreLeftOutWhereverTheirDateStands() throws BadPayloadException {
        ParsedDay day = parse("active_zone_minutes", "azm-two-days.json");
        assertThat(series(day, "active_zone_minutes").values()).containsExactly(1f);
        assertThat(day.rejections())
                .extracting(rejection -> rejection.reason() + " " + rejection.position())
                .containsExactly(
                        "OTHER_DAY /activities-active-zone-minutes-intraday/0",
                        "OTHER_DAY /activities-active-zone-minutes-intraday/2");
    }

    @Test
    void recordsOutOfOrderAreSorted() throws BadPayloadException {
        ParsedDay day =
                parse("steps", steps("{\"time\":\"09:00\",\"value\":2},{\"value\":1,\"time\":\"08:00:00.000\"}"));
        assertThat(series(day, "steps").values()).containsExactly(1f, 2f);
        assertThat(day.rejections()).isEmpty();
    }

    @Test
    void numbersBeyondAllIntegersAreOutOfRangeLikeAnyOther() throws BadPayloadException {
        ParsedDay day = parse(
                "steps",
                steps(
                        "{\"time\":\"08:00\",\"value\":99999999999},{\"time\":\"08:01\",\"value\":\"99999999999999999999\"},"
                                + "{\"time\":\"08:02\",\"value\":99999999999999999999999},{\"time\":\"08:03\",\"value\":5}"));
        assertThat(series(day, "steps").values()).containsExactly(5f);
        assertThat(day.rejections())
                .extracting(Rejection::reason)
                .containsExactly(
                        Rejection.Reason.OUT_OF_RANGE, Rejection.Reason.OUT_OF_RANGE, Rejection.Reason.OUT_OF_RANGE);
    }

    @Test
    void theHourThatTheClocksSkippedIsRejected() throws BadPayloadException {
        byte[] payload = steps(
                "{\"time\":\"01:59\",\"value\":1},{\"time\":\"02:30\",\"value\":2},{\"time\":\"03:00\",\"value\":3}");
        ParsedDay day = parse("steps", payload, LocalDate.parse("2026-03-29"), ZoneId.of("Europe/Berlin"));
        assertThat(instants(series(day, "steps"))).containsExactly("2026-03-29T00:59:00Z", "2026-03-29T01:00:00Z");
        assertThat(day.rejections()).extracting(Rejection::reason).containsExactly(Rejection.Reason.NO_SUCH_TIME);
    }

    @Test
    void aRecordSentTwiceInTheRepeatedHourIsNotTheSecondPass() throws BadPayloadException {
        byte[] payload = steps(
                "{\"time\":\"02:10\",\"value\":1},{\"time\":\"02:10\",\"value\":1},{\"time\":\"02:20\",\"value\":2},"
                        + "{\"time\":\"02:10\",\"value\":3}");
        ParsedDay day = parse("steps", payload, LocalDate.parse("2026-10-25"), ZoneId.of("Europe/Berlin"));
        assertThat(instants(series(day, "steps")))
                .containsExactly("2026-10-25T00:10:00Z", "2026-10-25T00:20:00Z", "2026-10-25T01:10:00Z");
        assertThat(day.duplicates()).isEqualTo(1);
    }

    @Test
    void aPayloadAboutAnotherDayIsBad() {
        assertThatThrownBy(() -> parse("steps", bytes("steps.json"), LocalDate.parse("2026-03-03"), Fixtures.ZONE))
                .isInstanceOf(BadPayloadException.class)
                .hasMessageContaining("2026-03-03");
    }

    @Test
    void manyRejectionsAreCountedAndTheFirstThousandTold() throws BadPayloadException {
        StringBuilder records = new StringBuilder("{\"time\":\"00:00\",\"value\":5}");
        records.append(",{\"time\":\"00:00\",\"value\":-1}".repeat(1_500));
        ParsedDay day = parse("steps", steps(records.toString()));
        assertThat(day.rejections()).hasSize(1_000);
        assertThat(day.rejected()).isEqualTo(1_500);
        assertThat(day.sampleCount()).isEqualTo(1);
    }

    private static byte[] steps(String records) {
        return ("{\"activities-steps-intraday\":{\"dataset\":[" + records + "]}}").getBytes(StandardCharsets.UTF_8);
    }
}
