package dev.daystream.ingest;

import static dev.daystream.ingest.ExportFolder.minutes;
import static dev.daystream.ingest.ExportFolder.only;
import static dev.daystream.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.store.PayloadReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Files that bring parts of the same days; each test has a participant of its own. */
class OverlappingExportsTest {
    private static final IngestFixture FIXTURE = new IngestFixture();
    private static final String DAY = "4/12/2016";
    private static final LocalDate DATE = LocalDate.parse("2016-04-12");

    @AfterAll
    static void close() {
        FIXTURE.close();
    }

    private static ExportFolder folder(String name) {
        return new ExportFolder(FIXTURE, name);
    }

    private static long participant(String id) {
        return FIXTURE.number("SELECT id FROM participant WHERE external_id = '" + id + "'");
    }

    /** Returns the number of samples and their sum. */
    private static String samples(String id) {
        return FIXTURE.text("SELECT count(*) || ' ' || sum(value) FROM sample p JOIN series s ON s.id = p.series_id"
                + " WHERE s.participant_id = " + participant(id));
    }

    private static long corrections(String id) {
        return FIXTURE.number(
                "SELECT count(*) FROM correction c JOIN delivery d ON d.id = c.delivery_id WHERE d.participant_id = "
                        + participant(id));
    }

    /** Reads the stored payloads again and checks the lake: both must find what is stored. */
    private static void assertReproducible(String id) {
        List<Reparse.Result> results = Collections.synchronizedList(new ArrayList<>());
        Reparse reparse = FIXTURE.wiring.reparse();
        var chosen = await(reparse.payloads(new PayloadReader.Filter(participant(id), DATE, DATE, null)));
        await(reparse.run(participant(id), chosen, true, results::add));
        assertThat(results)
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.kind()).isEqualTo(Reparse.Result.Kind.SAME));
        List<LakeCheck.Finding> findings = Collections.synchronizedList(new ArrayList<>());
        await(FIXTURE.wiring.lakeCheck().run(findings::add));
        assertThat(findings).isEmpty();
    }

    @Test
    void aPartOfAStoredDayChangesNothing() {
        folder("a").heart("31", DAY, 0, 720, at -> 60 + at % 50).read();
        ImportReport report =
                folder("b").heart("31", DAY, 0, 120, at -> 60 + at % 50).read();
        assertThat(samples("31")).startsWith("720 ");
        assertThat(only(report).unchanged()).isOne();
        assertThat(only(report).duplicates()).isEqualTo(120);
        assertThat(report.isWhole()).isTrue();
        assertThat(corrections("31")).isZero();
    }

    @Test
    void theWholeDayAfterItsPartReplacesThePart() {
        folder("c").heart("32", DAY, 0, 120, at -> 60 + at % 50).read();
        ImportReport report =
                folder("d").heart("32", DAY, 0, 720, at -> 60 + at % 50).read();
        assertThat(samples("32")).startsWith("720 ");
        assertThat(only(report).stored()).isOne();
        assertThat(only(report).duplicates()).isEqualTo(120);
        assertReproducible("32");
    }

    @Test
    void twoPartsOfADayAreJoinedInEitherOrderAndRepeatedImportsChangeNothing() {
        for (String id : List.of("33", "34")) {
            ExportFolder early = folder("early" + id).heart(id, DAY, 0, 300, at -> 60 + at % 50);
            ExportFolder late = folder("late" + id).heart(id, DAY, 200, 720, at -> 60 + at % 50);
            (id.equals("33") ? early : late).read();
            ImportReport second = (id.equals("33") ? late : early).read();
            assertThat(only(second).duplicates()).isEqualTo(100);
            assertThat(samples(id)).startsWith("720 ");
            assertReproducible(id);
            String revision =
                    FIXTURE.text("SELECT max(revision)::text FROM delivery WHERE participant_id = " + participant(id));
            assertThat(early.read().sentence()).contains("0 samples", "1 day unchanged");
            assertThat(late.read().sentence()).contains("0 samples", "1 day unchanged");
            assertThat(FIXTURE.text(
                            "SELECT max(revision)::text FROM delivery WHERE participant_id = " + participant(id)))
                    .isEqualTo(revision);
        }
        assertThat(samples("33")).isEqualTo(samples("34"));
    }

    @Test
    void filesOfOneExportAreJoinedToo() {
        ImportReport report = folder("parts")
                .with("one/" + ExportFolder.HEART, "Id,Time,Value", minutes("35", DAY, 0, 300, at -> 60))
                .with("two/" + ExportFolder.HEART, "Id,Time,Value", minutes("35", DAY, 300, 720, at -> 60))
                .read();
        assertThat(samples("35")).startsWith("720 ");
        assertThat(report.files())
                .extracting(ImportReport.FileLine::file)
                .containsExactly("one/" + ExportFolder.HEART, "two/" + ExportFolder.HEART);
    }

    @Test
    void aStoredValueStaysUnlessItIsToBeReplaced() {
        folder("first").heart("36", DAY, 0, 100, at -> 60).read();
        ExportFolder other = folder("other").heart("36", DAY, 50, 150, at -> at < 60 ? 70 : 60);
        ImportReport report = other.read();
        assertThat(only(report).differing()).isEqualTo(10);
        assertThat(only(report).differences())
                .first()
                .asString()
                .isEqualTo("heart_rate at 2016-04-12T04:50:00Z: 60.0 is stored, 70.0 is in the file");
        assertThat(report.sentence()).contains("10 values not stored because others are stored");
        assertThat(samples("36")).isEqualTo("150 9000");
        assertReproducible("36");
        other.read("America/New_York", true);
        assertThat(samples("36")).isEqualTo("150 9100");
        assertThat(corrections("36")).isPositive();
        assertReproducible("36");
    }

    @Test
    void dailyValuesThatDifferStay() {
        String header = "Id,SleepDay,TotalSleepRecords,TotalMinutesAsleep,TotalTimeInBed";
        folder("day1")
                .with(ExportFolder.SLEEP, header, "37,4/12/2016 12:00:00 AM,1,400,430")
                .read();
        ExportFolder other = folder("day2").with(ExportFolder.SLEEP, header, "37,4/12/2016 12:00:00 AM,1,401,430");
        assertThat(only(other.read()).differing()).isOne();
        String value = "SELECT value::text FROM daily_value v JOIN metric m ON m.id = v.metric_id WHERE m.key ="
                + " 'sleep_minutes_asleep' AND v.participant_id = " + participant("37");
        assertThat(FIXTURE.text(value)).isEqualTo("400");
        other.read("America/New_York", true);
        assertThat(FIXTURE.text(value)).isEqualTo("401");
    }

    @Test
    void wideAndNarrowFilesOfTheSameMinutesAreLoadedOnce() {
        StringBuilder header = new StringBuilder("Id,ActivityHour");
        for (int minute = 0; minute < 60; minute++) {
            header.append(",Steps%02d".formatted(minute));
        }
        ImportReport report = folder("forms")
                .with("minuteStepsWide_merged.csv", header.toString(), "38,4/12/2016 1:00:00 AM" + ",3".repeat(60))
                .with("minuteStepsNarrow_merged.csv", "Id,ActivityMinute,Steps", minutes("38", DAY, 60, 130, at -> 3))
                .read();
        assertThat(samples("38")).isEqualTo("70 210");
        assertThat(report.files()).extracting(ImportReport.FileLine::duplicates).containsExactly(0L, 60L);
        assertReproducible("38");
    }

    @Test
    void hoursOfCaloriesAreNotPutBesideTheirMinutes() {
        folder("minutes")
                .with(
                        "minuteCaloriesNarrow_merged.csv",
                        "Id,ActivityMinute,Calories",
                        minutes("39", DAY, 0, 60, at -> 1))
                .read();
        ImportReport report = folder("hours")
                .with(
                        "hourlyCalories_merged.csv",
                        "Id,ActivityHour,Calories",
                        "39,4/12/2016 12:00:00 AM,60",
                        "39,4/13/2016 12:00:00 AM,60")
                .read();
        assertThat(only(report).otherStep()).isEqualTo(2);
        assertThat(samples("39")).isEqualTo("60 60");
        assertThat(report.isWhole()).isFalse();
    }
}
