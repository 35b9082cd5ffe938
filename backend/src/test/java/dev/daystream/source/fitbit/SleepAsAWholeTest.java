package dev.daystream.source.fitbit;

import static dev.daystream.source.fitbit.Fixtures.rejections;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.model.ParsedDay;
import dev.daystream.model.SleepSession;
import dev.daystream.model.SleepStage;
import dev.daystream.source.BadPayloadException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A sleep's fields have to agree: start, end and duration, stages and their container, counts of minutes. */
class SleepAsAWholeTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static ParsedDay parse(String date, ZoneId zone, String fields) throws BadPayloadException {
        String payload = "{\"sleep\":[{\"logId\":7,\"dateOfSleep\":\"" + date + "\",\"isMainSleep\":true,"
                + fields.replace('\'', '"') + "}]}";
        return Fixtures.parse("sleep", payload.getBytes(StandardCharsets.UTF_8), LocalDate.parse(date), zone);
    }

    /** A night of 8 hours, 480 minutes, in winter time. */
    private static ParsedDay night(String fields) throws BadPayloadException {
        return parse(
                "2026-02-10",
                BERLIN,
                "'startTime':'2026-02-09T23:00:00.000','endTime':'2026-02-10T07:00:00.000'," + fields);
    }

    private static String stage(String at, String level, int seconds) {
        return "{'dateTime':'" + at + "','level':'" + level + "','seconds':" + seconds + "}";
    }

    private static SleepSession only(ParsedDay day) {
        assertThat(day.sleep()).hasSize(1);
        return day.sleep().get(0);
    }

    /** The vendor writes all times in the offset of the start: the end is start + duration, and no hour is missing or repeated. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-29, 2026-03-28T22:30:00Z, 2026-03-29T05:00:00Z, 23:30, 06:00, 390",
        "2026-10-25, 2026-10-24T21:30:00Z, 2026-10-25T05:00:00Z, 23:30, 07:00, 450",
    })
    void timesInTheOffsetOfTheStart(String date, Instant start, Instant end, String from, String to, int minutes)
            throws BadPayloadException {
        String before = LocalDate.parse(date).minusDays(1).toString();
        int lastStage = (minutes - 210) * 60;
        ParsedDay day = parse(
                date,
                BERLIN,
                "'startTime':'" + before + "T" + from + ":00.000','endTime':'" + date + "T" + to
                        + ":00.000','duration':"
                        + minutes * 60_000 + ",'timeInBed':" + minutes + ",'levels':{'data':["
                        + stage(before + "T23:30:00.000", "light", 9_000) + ","
                        + stage(date + "T02:00:00.000", "rem", 3_600) + ","
                        + stage(date + "T03:00:00.000", "deep", lastStage) + "]}");
        SleepSession sleep = only(day);
        assertThat(sleep.start()).isEqualTo(start);
        assertThat(sleep.end()).isEqualTo(end);
        assertThat(sleep.minutesInBed()).isEqualTo(minutes);
        assertThat(sleep.stages())
                .containsExactly(
                        new SleepStage(start, 9_000, SleepStage.Level.LIGHT),
                        new SleepStage(start.plusSeconds(9_000), 3_600, SleepStage.Level.REM),
                        new SleepStage(start.plusSeconds(12_600), lastStage, SleepStage.Level.DEEP));
        assertThat(day.rejections()).isEmpty();
    }

    /** Without a duration the time in bed tells the same; without either, the vendor's habit holds. */
    @ParameterizedTest
    @CsvSource({"'', 06:00, 2026-03-29T05:00:00Z", "'''timeInBed'':330,', 06:00, 2026-03-29T04:00:00Z"})
    void whatElseTellsTheEnd(String field, String to, Instant end) throws BadPayloadException {
        ParsedDay day = parse(
                "2026-03-29",
                BERLIN,
                field + "'startTime':'2026-03-28T23:30:00.000','endTime':'2026-03-29T" + to
                        + ":00.000','minutesAsleep':300");
        assertThat(only(day).end()).isEqualTo(end);
        assertThat(day.rejections()).isEmpty();
    }

    @Test
    void aDurationThatNoReadingExplainsRejectsTheSleep() throws BadPayloadException {
        ParsedDay day = night("'duration':21600000,'minutesAsleep':300");
        assertThat(day.sleep()).isEmpty();
        assertThat(rejections(day)).containsExactly("conflict /sleep/0");
    }

    @Test
    void aStageThatOutlastsItsSleepIsRejected() throws BadPayloadException {
        ParsedDay day = night("'duration':28800000,'minutesAsleep':420,'minutesAwake':60,'levels':{'data':["
                + stage("2026-02-09T23:00:00.000", "light", 3_600) + ","
                + stage("2026-02-10T00:00:00.000", "deep", 86_400) + "],'shortData':["
                + stage("2026-02-10T06:59:00.000", "wake", 180) + "]}");
        SleepSession sleep = only(day);
        assertThat(sleep.stages()).extracting(SleepStage::seconds).containsExactly(3_600);
        assertThat(sleep.shortWakes()).isEmpty();
        assertThat(sleep.minutesAsleep()).isEqualTo(420);
        assertThat(rejections(day))
                .containsExactly("out-of-range /sleep/0/levels/data/1", "out-of-range /sleep/0/levels/shortData/0");
    }

    @Test
    void aLastStageRoundedUpIsCutAtTheEnd() throws BadPayloadException {
        ParsedDay day = night("'levels':{'data':[" + stage("2026-02-10T06:00:30.000", "asleep", 3_600) + "]}");
        assertThat(only(day).stages()).extracting(SleepStage::seconds).containsExactly(3_570);
        assertThat(day.rejections()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'minutesAsleep':-5,'minutesAwake':40          | 440 | 40 | 480 | out-of-range
            'minutesAsleep':999,'minutesAwake':40         | 440 | 40 | 480 | out-of-range
            'minutesAsleep':430,'minutesAwake':-1         | 430 | 30 | 480 | out-of-range
            'minutesAsleep':430,'minutesAwake':300        | 450 | 30 | 480 | conflict
            'minutesAsleep':'many','minutesAwake':40      | 440 | 40 | 480 | malformed
            'minutesAsleep':430,'minutesAwake':50,'timeInBed':600 | 430 | 50 | 480 | conflict
            'minutesAsleep':430,'minutesAwake':50,'timeInBed':-9  | 430 | 50 | 480 | out-of-range
            'minutesAsleep':430,'minutesAwake':50,'efficiency':140 | 430 | 50 | 480 | out-of-range
            """)
    void aCountThatContradictsIsRejectedAndComputed(String fields, int asleep, int awake, int inBed, String reason)
            throws BadPayloadException {
        ParsedDay day = night(fields + ",'levels':{'data':[" + stage("2026-02-09T23:00:00.000", "light", 27_000) + ","
                + stage("2026-02-10T06:30:00.000", "wake", 1_800) + "]}");
        SleepSession sleep = only(day);
        assertThat(sleep.minutesAsleep()).isEqualTo(asleep);
        assertThat(sleep.minutesAwake()).isEqualTo(awake);
        assertThat(sleep.minutesInBed()).isEqualTo(inBed);
        assertThat(sleep.efficiency()).isNull();
        assertThat(rejections(day)).containsExactly(reason + " /sleep/0");
    }

    @Test
    void aRejectedCountThatNothingElseTellsRejectsTheSleep() throws BadPayloadException {
        ParsedDay day = night("'minutesAsleep':999");
        assertThat(day.sleep()).isEmpty();
        assertThat(rejections(day)).containsExactly("out-of-range /sleep/0");
    }

    @Test
    void aSleepOfAnotherTimeOrBeyondADayIsRejected() throws BadPayloadException {
        ParsedDay other =
                parse("2026-02-10", BERLIN, "'startTime':'2026-01-09T23:00:00','endTime':'2026-01-10T07:00:00'");
        assertThat(other.sleep()).isEmpty();
        assertThat(rejections(other)).containsExactly("other-day /sleep/0");
        ParsedDay longer =
                parse("2026-02-10", BERLIN, "'startTime':'2026-02-08T23:00:00','endTime':'2026-02-10T07:00:00'");
        assertThat(longer.sleep()).isEmpty();
        assertThat(rejections(longer)).containsExactly("out-of-range /sleep/0");
    }

    @Test
    void levelsThatAreNoArrayAreRejected() throws BadPayloadException {
        ParsedDay day = night("'minutesAsleep':400,'levels':{'data':{'level':'deep'},'shortData':null}");
        assertThat(only(day).stages()).isEmpty();
        assertThat(rejections(day)).containsExactly("malformed /sleep/0/levels/data");
    }
}
