package dev.daystream.ingest;

import static dev.daystream.ingest.ExportFolder.HEART;
import static dev.daystream.ingest.ExportFolder.SLEEP;
import static dev.daystream.ingest.ExportFolder.only;
import static dev.daystream.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.source.fitabase.ExportFile;
import dev.daystream.source.fitabase.FitabaseExport;
import dev.daystream.store.StepsAgreement;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What an import stores and says; each test has participants of its own. */
class FileImportTest {
    private static final IngestFixture FIXTURE = new IngestFixture();
    private static final String SLEEP_HEADER = "Id,SleepDay,TotalSleepRecords,TotalMinutesAsleep,TotalTimeInBed";

    @AfterAll
    static void close() {
        FIXTURE.close();
    }

    private static ExportFolder folder(String name) {
        return new ExportFolder(FIXTURE, name);
    }

    private static long participants(String id) {
        return FIXTURE.number("SELECT count(*) FROM participant WHERE external_id = '" + id + "'");
    }

    @Test
    void aRejectedRowMakesNoDayNoDeliveryAndNoDates() {
        ImportReport report = folder("half")
                .with(
                        SLEEP,
                        SLEEP_HEADER,
                        "11,12/04/2016 12:00 AM,1,400,430",
                        "11,4/13/2016 12:00:00 AM,1,410,440",
                        "11,4/14/2016 12:00:00 AM,1,420,450",
                        "11,01/05/2016 12:00 AM,1,430,460")
                .read();
        assertThat(FIXTURE.rows(
                        "SELECT d.local_date::text FROM delivery d JOIN participant p ON p.id = d.participant_id"
                                + " WHERE p.external_id = '11' ORDER BY 1"))
                .containsExactly(List.of("2016-04-13"), List.of("2016-04-14"));
        assertThat(only(report).days()).isEqualTo(2);
        assertThat(only(report).rejected()).isEqualTo(2);
        assertThat(report.isWhole()).isFalse();
        assertThat(report.sentence())
                .startsWith("Imported in part")
                .contains("2 records of 4 rows", "lacks its seconds");
    }

    @Test
    void aDayOfRejectedValuesMakesNoParticipant() {
        ImportReport report = folder("values")
                .with(HEART, "Id,Time,Value", "12,4/12/2016 1:00:00 AM,fast", "12,4/13/2016 1:00:00 AM,999")
                .read();
        assertThat(participants("12")).isZero();
        assertThat(report.participants()).isZero();
        assertThat(report.sentence()).startsWith("Nothing was imported.").contains("2 records of 2 rows are rejected");
        assertThat(only(report).reasons())
                .extracting(ImportReport.RejectedRows::reason)
                .containsExactlyInAnyOrder(
                        "malformed, Value is not a number", "out-of-range, Value is not between 25.0 and 250.0 /min");
    }

    @Test
    void aMisreadFileIsRefusedAndTheOthersAreImported() {
        ImportReport report = folder("refused")
                .with(SLEEP, SLEEP_HEADER, "13,1/4/2016 12:00:00 AM,1,400,430", "13,13/4/2016 12:00:00 AM,1,400,430")
                .with(HEART, "Id,Time,Value", "14,4/12/2016 1:00:00 AM,60")
                .read();
        assertThat(participants("13")).isZero();
        assertThat(participants("14")).isOne();
        assertThat(report.isWhole()).isFalse();
        assertThat(report.sentence())
                .startsWith("Imported in part")
                .contains(SLEEP + ": Dates are day-first (13/4/2016)");
    }

    @Test
    void rejectionsAreSummedByReasonWithExamplesOfEach() {
        String many = "15,4/12/2016 13:00,60\n".repeat(30);
        ImportReport report = folder("reasons")
                .with(
                        HEART,
                        "Id,Time,Value",
                        many + "15,4/12/2016 1:00:00 AM,600\n"
                                + ExportFolder.minutes("15", "4/12/2016", 200, 600, at -> 60))
                .read();
        assertThat(only(report).reasons()).hasSize(2).first().satisfies(reason -> {
            assertThat(reason.reason()).startsWith("malformed, The time lacks AM or PM");
            assertThat(reason.count()).isEqualTo(30);
            assertThat(reason.examples())
                    .hasSize(5)
                    .first()
                    .satisfies(one -> assertThat(one.position()).isEqualTo(HEART + ":2"));
        });
        assertThat(only(report).reasons().get(1).examples()).hasSize(1);
        assertThat(report.isWhole()).as("fewer than a tenth").isTrue();
        assertThat(report.sentence()).startsWith("Imported:").contains("31 records rejected");
    }

    @Test
    void anHourThatTheZoneSkippedForEverybodyQuestionsTheZone() {
        String hours = "Id,ActivityHour,Calories";
        StringBuilder rows = new StringBuilder(hours);
        for (String id : List.of("16", "17")) {
            for (int hour = 1; hour < 12; hour++) {
                rows.append("\n%s,3/13/2016 %d:00:00 AM,57".formatted(id, hour));
            }
        }
        ImportReport report = folder("skipped")
                .with("hourlyCalories_merged.csv", rows.toString())
                .read();
        assertThat(report.isWhole()).isFalse();
        assertThat(report.sentence())
                .contains(
                        "Is the zone right? 2 of 2 participants have times on 2016-03-13 from 02:00 to 03:00",
                        "America/New_York",
                        "Etc/GMT+5");
        assertThat(report.zoneNotes()).as("asked once").isEmpty();
        String others = rows.toString().replace("\n16,", "\n18,").replace("\n17,", "\n19,");
        ImportReport fixed =
                folder("fixed").with("hourlyCalories_merged.csv", others).read("Etc/GMT+5", false);
        assertThat(fixed.isWhole()).isTrue();
        assertThat(only(fixed).samples()).isEqualTo(22);
    }

    @Test
    void aZoneThatIsNotUsedIsNamed() {
        folder("zone").heart("20", "4/12/2016", 0, 2, at -> 60).read("Europe/Berlin", false);
        ImportReport report =
                folder("zone").heart("20", "4/13/2016", 0, 2, at -> 60).read("Asia/Tokyo", false);
        assertThat(report.zoneNotes())
                .singleElement()
                .asString()
                .contains("--zone Asia/Tokyo is not used for 1 participant known", "20: Europe/Berlin");
        assertThat(report.isWhole()).isTrue();
        assertThat(FIXTURE.number("SELECT count(*) FROM delivery d JOIN participant p ON p.id = d.participant_id"
                        + " WHERE p.external_id = '20' AND range_start = '2016-04-12T22:00:00Z'"))
                .isOne();
    }

    @Test
    void anImportThatIsStoppedKeepsWholeDaysAndIsRepeated() {
        String rows = IntStream.rangeClosed(1, 30)
                .mapToObj(day -> ExportFolder.minutes("23", "4/" + day + "/2016", 0, 10, at -> 60))
                .collect(Collectors.joining("\n"));
        ExportFolder folder = folder("stopped").with(HEART, "Id,Time,Value", rows);
        AtomicInteger asked = new AtomicInteger();
        ImportReport report = folder.read(new FileImport.Options(ZoneId.of("UTC"), false), new FileImport.Progress() {
            @Override
            public void read(ExportFile file, long done, long total, long samples) {}

            @Override
            public boolean isStopping() {
                return asked.incrementAndGet() > 10;
            }
        });
        assertThat(report.isWhole()).isFalse();
        assertThat(report.sentence()).contains("It was stopped");
        assertThat(report.storedDays()).isBetween(1L, 29L);
        assertThat(report.samples()).isEqualTo(10 * report.storedDays());
        ImportReport rest = folder.read("UTC", false);
        assertThat(rest.isWhole()).isTrue();
        assertThat(rest.samples()).isEqualTo(300 - report.samples());
    }

    @Test
    void stepsAreComparedOnDaysOfThisImportThatHaveMinutes() {
        String header =
                "Id,ActivityDate,TotalSteps,TotalDistance,VeryActiveMinutes,FairlyActiveMinutes,LightlyActiveMinutes,"
                        + "SedentaryMinutes,Calories";
        String row = "%s,4/%d/2016,%d,1,0,0,0,1440,1500";
        folder("steps-before")
                .with("dailyActivity_merged.csv", header, row.formatted("21", 12, 3))
                .with("minuteStepsNarrow_merged.csv", "Id,ActivityMinute,Steps", "21,4/12/2016 1:00:00 AM,3")
                .read();
        ImportReport report = folder("steps")
                .with("dailyActivity_merged.csv", header, row.formatted("22", 12, 5), row.formatted("22", 13, 0))
                .with("minuteStepsNarrow_merged.csv", "Id,ActivityMinute,Steps", "22,4/12/2016 1:00:00 AM,5")
                .read();
        List<StepsAgreement.Day> days =
                await(new StepsAgreement(FIXTURE.wiring.database()).of(FitabaseExport.SOURCE, report.stepDays()));
        assertThat(days)
                .extracting(day -> day.externalId() + " " + day.date() + " " + day.minutes() + " " + day.agrees())
                .containsExactly("22 2016-04-12 1 true", "22 2016-04-13 0 false");
    }
}
