package dev.daystream.source.fitbit;

import static dev.daystream.source.fitbit.Fixtures.read;
import static dev.daystream.source.fitbit.Fixtures.rejections;
import static dev.daystream.source.fitbit.Fixtures.series;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.model.DailyValue;
import dev.daystream.model.HeartRateZone;
import dev.daystream.model.ParsedDay;
import dev.daystream.model.Workout;
import dev.daystream.source.BadPayloadException;
import org.junit.jupiter.api.Test;

/** Fields that contradict each other or their range are rejected, in every type that has some. */
class ContradictionTest {
    private static ParsedDay zones(String zones) throws BadPayloadException {
        return read(
                "heart_rate",
                "{'activities-heart':[{'dateTime':'2026-03-02','value':{'heartRateZones':[" + zones
                        + "]}}],'activities-heart-intraday':{'dataset':[]}}");
    }

    private static String zone(String name, int min, int max, int minutes, int calories) {
        return "{'name':'%s','min':%d,'max':%d,'minutes':%d,'caloriesOut':%d}"
                .formatted(name, min, max, minutes, calories);
    }

    @Test
    void aZoneOutOfRangeLosesWhatIsWrong() throws BadPayloadException {
        ParsedDay day = zones(zone("A", 30, 100, -3, 10) + "," + zone("B", 100, 140, 20, -1) + ","
                + zone("C", 140, 900, 5, 10) + "," + zone("D", 140, 170, 21_600, 10));
        assertThat(day.zones())
                .containsExactly(
                        new HeartRateZone("A", 30, 100, null, 10.0),
                        new HeartRateZone("B", 100, 140, 20, null),
                        new HeartRateZone("D", 140, 170, null, 10.0));
        assertThat(rejections(day)).hasSize(4).allMatch(told -> told.equals("out-of-range /activities-heart/0"));
    }

    @Test
    void zonesTogetherLongerThanTheDayHaveNoMinutes() throws BadPayloadException {
        ParsedDay day = zones(zone("A", 30, 100, 1_300, 10) + "," + zone("B", 100, 140, 200, 10));
        assertThat(day.zones())
                .containsExactly(
                        new HeartRateZone("A", 30, 100, null, 10.0), new HeartRateZone("B", 100, 140, null, 10.0));
        assertThat(rejections(day)).containsExactly("conflict /activities-heart/0");
    }

    @Test
    void zoneMinutesThatAreNotTheSumOfTheirPartsAreRejected() throws BadPayloadException {
        ParsedDay day = read(
                "active_zone_minutes",
                "{'activities-active-zone-minutes-intraday':[{'dateTime':'2026-03-02','minutes':["
                        + "{'minute':'08:00','value':{'activeZoneMinutes':2,'fatBurnActiveZoneMinutes':1}},"
                        + "{'minute':'08:01','value':{'activeZoneMinutes':2,'cardioActiveZoneMinutes':2}},"
                        + "{'minute':'08:02','value':{'activeZoneMinutes':1}}]}]}");
        assertThat(series(day, "active_zone_minutes").values()).containsExactly(2f, 1f);
        assertThat(day.series()).hasSize(2);
        assertThat(rejections(day)).containsExactly("conflict /activities-active-zone-minutes-intraday/0/minutes/0");
    }

    @Test
    void aMeanOutsideMinimumAndMaximumRejectsAllThree() throws BadPayloadException {
        ParsedDay day = read("spo2_daily", "[{'dateTime':'2026-03-02','value':{'avg':92.0,'min':94.0,'max':99.0}}]");
        assertThat(day.daily()).isEmpty();
        assertThat(rejections(day)).containsExactly("conflict /0");
        ParsedDay partly = read("spo2_daily", "{'dateTime':'2026-03-02','value':{'min':94.0,'max':99.0}}");
        assertThat(partly.daily()).hasSize(2);
        ParsedDay reversed = read("spo2_daily", "{'dateTime':'2026-03-02','value':{'min':99.0,'max':94.0}}");
        assertThat(reversed.daily()).isEmpty();
    }

    @Test
    void moreMinutesAsleepThanInBedAreRejected() throws BadPayloadException {
        ParsedDay day = read(
                "sleep",
                "{'sleep':[],'summary':{'totalMinutesAsleep':500,'totalTimeInBed':400,'totalSleepRecords':1}}");
        assertThat(day.daily()).containsExactly(new DailyValue("sleep_records", 1));
        assertThat(rejections(day)).containsExactly("conflict /summary");
    }

    @Test
    void minutesOfActivityTogetherLongerThanTheDayAreRejected() throws BadPayloadException {
        ParsedDay day = read(
                "daily_summary",
                "{'summary':{'caloriesBMR':1600,'sedentaryMinutes':1400,'lightlyActiveMinutes':200,'veryActiveMinutes':5}}");
        assertThat(day.daily()).containsExactly(new DailyValue("daily_calories_basal", 1_600));
        assertThat(rejections(day)).containsExactly("conflict /summary");
    }

    @Test
    void amountsThatNobodyReachesInAnActivitysTimeAreRejected() throws BadPayloadException {
        ParsedDay day = read(
                "daily_summary",
                "{'activities':[{'logId':1,'name':'Walk','startTime':'12:00','duration':600000,"
                        + "'steps':90000,'calories':-4,'distance':0.8}]}");
        assertThat(day.workouts()).hasSize(1);
        Workout walk = day.workouts().get(0);
        assertThat(walk.steps()).isNull();
        assertThat(walk.calories()).isNull();
        assertThat(walk.distance()).isEqualTo(800);
        assertThat(rejections(day)).containsExactly("out-of-range /activities/0", "out-of-range /activities/0");
    }
}
