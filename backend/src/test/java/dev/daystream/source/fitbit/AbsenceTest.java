package dev.daystream.source.fitbit;

import static dev.daystream.source.fitbit.Fixtures.read;
import static dev.daystream.source.fitbit.Fixtures.rejections;
import static dev.daystream.source.fitbit.Fixtures.series;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daystream.model.DailyValue;
import dev.daystream.model.ParsedDay;
import dev.daystream.model.Rejection;
import dev.daystream.model.SleepSession;
import dev.daystream.source.BadPayloadException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is absent, what is null, what is empty, and what is about several days. */
class AbsenceTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            steps      | {'activities-steps':[{'dateTime':'2026-03-02','value':'4321'}]}
            steps      | {'activities-steps':[{'dateTime':'2026-03-02','value':'4321'}],'activities-steps-intraday':null}
            steps      | {'activities-steps':[{'dateTime':'2026-03-02','value':'4321'}],'activities-steps-intraday':{}}
            steps      | {'activities-steps':[{'dateTime':'2026-03-02','value':'4321'}],'activities-steps-intraday':{'dataset':null}}
            heart_rate | {'activities-heart':[{'dateTime':'2026-03-02','value':{'restingHeartRate':61}}]}
            active_zone_minutes | {'activities-active-zone-minutes':[{'dateTime':'2026-03-02','value':{'activeZoneMinutes':4}}]}
            """)
    void withoutItsIntradayElementADayHasItsDailyValuesAndANote(String payload, String text)
            throws BadPayloadException {
        ParsedDay day = read(payload, text);
        assertThat(day.daily()).hasSize(1);
        assertThat(day.series()).isEmpty();
        assertThat(day.rejections()).extracting(Rejection::reason).containsExactly(Rejection.Reason.MISSING_ELEMENT);
        assertThat(day.rejections().get(0).position()).endsWith("-intraday");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            steps      | {'activities-steps':[{'dateTime':'2026-03-02','value':'0'}],'activities-steps-intraday':{'dataset':[]}}
            heart_rate | {'activities-heart':[],'activities-heart-intraday':{'dataset':[],'datasetInterval':1}}
            active_zone_minutes | {'activities-active-zone-minutes-intraday':[]}
            active_zone_minutes | {'activities-active-zone-minutes-intraday':[{'dateTime':'2026-03-02','minutes':[]}]}
            """)
    void anEmptyElementIsNotAMissingOne(String payload, String text) throws BadPayloadException {
        assertThat(read(payload, text).rejections()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            sleep         | {'sleep':null,'summary':{}}
            sleep         | {'sleep':[],'summary':null,'meta':null}
            sleep         | {'sleep':null}
            spo2          | {'dateTime':'2026-03-02','minutes':null}
            spo2          | {'spo2':null}
            spo2_daily    | {'dateTime':'2026-03-02','value':null}
            spo2_daily    | {'dateTime':'2026-03-02','value':{'avg':null,'min':null}}
            hrv           | {'hrv':null}
            hrv           | {'hrv':[{'dateTime':'2026-03-02','minutes':null}]}
            hrv_daily     | {'hrv':[{'dateTime':null,'value':{'dailyRmssd':null}}]}
            breathing_rate | {'br':[{'dateTime':'2026-03-02','value':{'deepSleepSummary':null}}]}
            daily_summary | {'activities':null,'summary':{}}
            daily_summary | {'activities':[],'summary':null}
            heart_rate    | {'activities-heart':null,'activities-heart-intraday':{'dataset':[],'datasetType':null}}
            heart_rate    | {'activities-heart':[{'dateTime':'2026-03-02','value':{'heartRateZones':null}}],'activities-heart-intraday':{'dataset':[]}}
            steps         | {'activities-steps':null,'activities-steps-intraday':{'dataset':[],'datasetInterval':null}}
            active_zone_minutes | {'activities-active-zone-minutes':null,'activities-active-zone-minutes-intraday':[]}
            """)
    void nullIsAsGoodAsAbsent(String payload, String text) throws BadPayloadException {
        ParsedDay day = read(payload, text);
        assertThat(day.series()).isEmpty();
        assertThat(day.daily()).isEmpty();
        assertThat(day.rejections()).isEmpty();
    }

    @Test
    void nullWithinASleepIsAsGoodAsAbsent() throws BadPayloadException {
        ParsedDay day = read(
                "sleep",
                "{'sleep':[{'logId':1,'dateOfSleep':null,'startTime':'2026-03-01T23:00:00','endTime':'2026-03-02T07:00:00',"
                        + "'duration':null,'timeInBed':null,'minutesAsleep':430,'minutesAwake':null,'efficiency':null,'levels':null}]}");
        assertThat(day.sleep()).extracting(SleepSession::minutesInBed).containsExactly(480);
        assertThat(day.rejections()).isEmpty();
    }

    @Test
    void aListOfDailyValuesIsSplit() throws BadPayloadException {
        ParsedDay day = read(
                "steps",
                "{'activities-steps':[{'dateTime':'2026-03-01','value':'10'},{'dateTime':'2026-03-02','value':'20'},"
                        + "{'dateTime':'2026-03-03','value':'30'}]}");
        assertThat(day.daily()).containsExactly(new DailyValue("daily_steps", 20));
        assertThat(rejections(day))
                .containsExactly(
                        "other-day /activities-steps/0",
                        "other-day /activities-steps/2",
                        "missing-element /activities-steps-intraday");
    }

    @Test
    void aListOfWholeDaysIsSplit() throws BadPayloadException {
        ParsedDay day = read(
                "steps",
                "[" + steps("2026-03-01", 1) + "," + steps("2026-03-02", 2) + "," + steps("2026-03-03", 3) + "]");
        assertThat(series(day, "steps").values()).containsExactly(2f);
        assertThat(day.daily()).containsExactly(new DailyValue("daily_steps", 2));
        assertThat(rejections(day))
                .containsExactly("other-day /0/activities-steps/0", "other-day /2/activities-steps/0");
    }

    @Test
    void aWrappedListOfWholeDaysIsSplit() throws BadPayloadException {
        ParsedDay day = read(
                "heart_rate", "{'heart_rate_day':[" + heart("2026-03-02", 62) + "," + heart("2026-03-03", 63) + "]}");
        assertThat(series(day, "heart_rate").values()).containsExactly(62f);
        assertThat(day.daily()).containsExactly(new DailyValue("resting_heart_rate", 62));
    }

    @Test
    void recordsWithoutADateAmongSeveralDaysAreRefused() {
        assertThatThrownBy(() -> read(
                        "steps",
                        "{'activities-steps':[{'dateTime':'2026-03-01','value':'10'},{'dateTime':'2026-03-02','value':'20'}],"
                                + "'activities-steps-intraday':{'dataset':[{'time':'08:00','value':5}]}}"))
                .isInstanceOf(BadPayloadException.class)
                .hasMessageContaining("several days");
        assertThatThrownBy(() ->
                        read("daily_summary", "[{'summary':{'caloriesBMR':1500}},{'summary':{'caloriesBMR':1600}}]"))
                .isInstanceOf(BadPayloadException.class)
                .hasMessageContaining("several days");
    }

    @Test
    void ofAListOfSleepsThoseOfTheDayAreReadAndTotalsOfAllAreNot() throws BadPayloadException {
        ParsedDay day = read(
                "sleep",
                "{'sleep':[" + sleep(1, "2026-03-02") + "," + sleep(2, "2026-03-03")
                        + "],'summary':{'totalMinutesAsleep':900}}");
        assertThat(day.sleep()).extracting(SleepSession::id).containsExactly("1");
        assertThat(day.daily()).isEmpty();
        assertThat(rejections(day)).containsExactly("other-day /sleep/1", "other-day /summary");
    }

    private static String sleep(int id, String date) {
        return "{'logId':%d,'dateOfSleep':'%s','startTime':'%sT00:00:00','endTime':'%sT07:00:00'}"
                .formatted(id, date, date, date);
    }

    private static String steps(String date, int value) {
        return "{'activities-steps':[{'dateTime':'%s','value':'%d'}],'activities-steps-intraday':{'dataset':[{'time':'08:00','value':%d}]}}"
                .formatted(date, value, value);
    }

    private static String heart(String date, int value) {
        return "{'activities-heart':[{'dateTime':'%s','value':{'restingHeartRate':%d}}],'activities-heart-intraday':{'dataset':[{'time':'08:00:00','value':%d}]}}"
                .formatted(date, value, value);
    }
}
