package dev.daystream.source.fitabase;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daystream.metrics.Catalog;
import dev.daystream.metrics.Payload;
import dev.daystream.model.DailyValue;
import dev.daystream.model.ParsedDay;
import dev.daystream.model.Rejection;
import dev.daystream.model.ZoneHistory;
import dev.daystream.source.BadPayloadException;
import dev.daystream.source.PayloadParser;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FitabaseExportTest {
    private static final Catalog CATALOG = Catalog.bundled();
    private static final ZoneHistory ZONES = ZoneHistory.of(ZoneId.of("America/New_York"));
    private static final String HEART = "Id,Time,Value\n";

    @TempDir
    Path directory;

    /** Keeps everything that it is given. */
    private static final class Kept implements ExportFile.Sink {
        final List<ExportDay> days = new ArrayList<>();
        final List<Rejection> rejections = new ArrayList<>();
        final List<Long> progress = new ArrayList<>();

        @Override
        public void day(ExportDay day) {
            days.add(day);
        }

        @Override
        public void rejected(Rejection rejection) {
            rejections.add(rejection);
        }

        @Override
        public void progress(long done, long total) {
            progress.add(100 * done / total);
        }

        List<String> keys() {
            return days.stream().map(day -> day.externalId() + " " + day.date()).toList();
        }
    }

    @Test
    void namesEveryFileAtAnyDepthAsReadSkippedOrUnknown() throws IOException {
        write("DAILYACTIVITY_merged.CSV", "");
        writeGzipped("MinuteStepsWide_merged.csv.gz", "");
        Files.createDirectories(directory.resolve("part/deeper"));
        write("part/heartrate_seconds_merged.csv", "");
        writeGzipped("part/heartrate_seconds_merged.csv.gz", "");
        write("part/deeper/sleepDay_merged.csv", "");
        write("part/deeper/minuteStepsNarrow_merged.csv", "");
        write("part/minuteSleep_merged.csv", "");
        write("hourlySteps_merged.csv", "");
        write("export.zip", "");
        write("notes.csv", "");
        FitabaseExport export = FitabaseExport.open(directory, CATALOG);
        assertThat(export.files())
                .extracting(file -> file.payload().key() + " " + file.name())
                .containsExactly(
                        "heart_rate part/heartrate_seconds_merged.csv",
                        "steps MinuteStepsWide_merged.csv.gz",
                        "steps part/deeper/minuteStepsNarrow_merged.csv",
                        "daily_activity DAILYACTIVITY_merged.CSV",
                        "sleep_day part/deeper/sleepDay_merged.csv");
        assertThat(export.skipped())
                .containsOnlyKeys(
                        "export.zip",
                        "hourlySteps_merged.csv",
                        "part/heartrate_seconds_merged.csv.gz",
                        "part/minuteSleep_merged.csv");
        assertThat(export.skipped().get("export.zip")).contains("unpack");
        assertThat(export.unknown()).containsExactly("notes.csv");
        assertThatThrownBy(() -> FitabaseExport.open(directory.resolve("notes.csv"), CATALOG))
                .isInstanceOf(NotDirectoryException.class);
    }

    @Test
    void hoursOfCaloriesAreSkippedBesideTheirMinutes() throws IOException {
        write("hourlyCalories_merged.csv", "");
        Files.createDirectories(directory.resolve("both"));
        write("both/hourlyCalories_merged.csv", "");
        write("both/minuteCaloriesNarrow_merged.csv", "");
        FitabaseExport export = FitabaseExport.open(directory, CATALOG);
        assertThat(export.files())
                .extracting(ExportFile::name)
                .containsExactly("hourlyCalories_merged.csv", "both/minuteCaloriesNarrow_merged.csv");
        assertThat(export.skipped()).containsOnlyKeys("both/hourlyCalories_merged.csv");
    }

    @Test
    void cutsAFileIntoDaysWhoseBytesAreTheRowsAsTheyStand() throws Exception {
        Kept kept = read(
                "heart_rate",
                HEART + "9999999999,4/12/2016 7:21:00 AM,97\n9999999999,4/12/2016 12:00:05 AM,60.5\n"
                        + "9999999999,4/13/2016 12:00:00 AM,61\n42,4/12/2016 11:59:59 PM,70\n");
        assertThat(kept.keys()).containsExactly("9999999999 2016-04-12", "9999999999 2016-04-13", "42 2016-04-12");
        ExportDay first = kept.days.get(0);
        assertThat(new String(first.canonicalBytes(), UTF_8))
                .isEqualTo(HEART + "9999999999,4/12/2016 7:21:00 AM,97\n9999999999,4/12/2016 12:00:05 AM,60.5\n");
        assertThat(instants(first.day())).containsExactly("2016-04-12T04:00:05Z", "2016-04-12T11:21:00Z");
        assertThat(first.day().series().get(0).values()).containsExactly(60.5f, 97f);
        assertThat(first.day().range()).isEqualTo(ZONES.day(LocalDate.parse("2016-04-12")));
        assertThat(kept.progress).isNotEmpty().last().isEqualTo(100L);
    }

    @Test
    void rowsOfADayNeedNotStandTogether() throws Exception {
        String[] rows = {
            "1,4/12/2016 1:00:00 AM,61\n", "2,4/12/2016 1:00:00 AM,62\n", "1,4/12/2016 2:00:00 AM,63\n",
            "1,4/13/2016 1:00:00 AM,64\n", "2,4/12/2016 2:00:00 AM,65\n", "1,4/12/2016 3:00:00 AM,66\n"
        };
        Kept kept = read("heart_rate", HEART + String.join("", rows));
        assertThat(kept.keys()).containsExactly("1 2016-04-13", "2 2016-04-12", "1 2016-04-12");
        assertThat(new String(kept.days.get(2).canonicalBytes(), UTF_8)).isEqualTo(HEART + rows[0] + rows[2] + rows[5]);
    }

    @Test
    void theSameRowsGiveTheSameBytesGzippedOrNotAndWhoeverStandsBetween() throws Exception {
        String one = "1,4/12/2016 1:00:00 AM,61\n";
        String two = "1,4/12/2016 2:00:00 AM,62\n";
        Kept alone = read("heart_rate", HEART + one + two);
        writeGzipped("heartrate_seconds_merged.csv.gz", HEART + one + "2,4/12/2016 1:00:00 AM,62\n" + two);
        Files.delete(directory.resolve("heartrate_seconds_merged.csv"));
        Kept mixed = new Kept();
        FitabaseExport.open(directory, CATALOG).files().get(0).read(CATALOG, id -> ZONES, mixed);
        assertThat(mixed.days.get(1).canonicalBytes())
                .isEqualTo(alone.days.get(0).canonicalBytes());
    }

    @Test
    void theBytesOfADayAreAPayloadOfTheirOwn() throws Exception {
        ExportDay day = read("weight", WEIGHT + "7,5/2/2016 11:59:59 PM,52.5,115.9,22,22.6,True,1\n")
                .days
                .get(0);
        Payload payload = CATALOG.payload("fitabase", "weight");
        ParsedDay again = FitabaseParsers.of(payload)
                .parse(day.canonicalBytes(), new PayloadParser.Context(CATALOG, payload, day.date(), ZONES));
        assertThat(again.series())
                .extracting(series -> series.metric() + " " + series.values()[0])
                .containsExactly("body_mass_index 22.6", "body_fat 22.0", "weight 52.5");
    }

    @Test
    void headerMayHaveAnotherOrderAMarkAndCarriageReturns() throws Exception {
        Kept kept =
                read("heart_rate", "\uFEFFvalue,TIME,id\r\n70,4/12/2016 1:00:00 PM,1\r\n\r\n71,4/12/2016 1:00:05 PM,1");
        assertThat(instants(kept.days.get(0).day())).containsExactly("2016-04-12T17:00:00Z", "2016-04-12T17:00:05Z");
        assertThat(kept.rejections).isEmpty();
    }

    @Test
    void malformedRowsAreRejectedWithFileAndLineAndTheRestIsKept() throws Exception {
        Kept kept = read(
                "heart_rate",
                HEART + "1,4/12/2016 1:00:00 AM,61\n2,4/12/2016 1:00:00 AM,61\nnonsense\n1,4/31/2016 1:00:00 AM,61\n"
                        + "1,4/12/2016 25:00:00 AM,61\n1,4/12/2016 1:00:05 AM\n1,4/12/2016 1:00:10 AM,fast\n"
                        + "1,4/12/2016 1:00:15 AM,999\n1,4/12/2016 1:00:00 AM,61\n1,4/12/2016 1:00:00 AM,62\n"
                        + "1,4/12/2016 1:00:20 AM,\"62\n1,4/12/2016 1:00:25 AM,63\n");
        assertThat(kept.rejections)
                .extracting(Rejection::position)
                .containsExactly(
                        "heartrate_seconds_merged.csv:4",
                        "heartrate_seconds_merged.csv:5",
                        "heartrate_seconds_merged.csv:6");
        ParsedDay day = kept.days.get(1).day();
        assertThat(kept.days.get(1).externalId()).isEqualTo("1");
        assertThat(day.rejections())
                .extracting(rejection ->
                        rejection.reason() + " " + rejection.position().split(":")[1])
                .containsExactlyInAnyOrder("MALFORMED 7", "MALFORMED 8", "OUT_OF_RANGE 9", "CONFLICT 11");
        assertThat(day.duplicates()).isEqualTo(1);
        assertThat(day.series().get(0).values()).contains(61f, 63f);
    }

    @Test
    void wideRowsAreSixtyMinutes() throws Exception {
        Kept kept = read("steps", wideHeader() + "1,4/13/2016 11:00:00 PM" + ",7".repeat(59) + ",\n");
        ParsedDay day = kept.days.get(0).day();
        assertThat(day.sampleCount()).isEqualTo(59);
        assertThat(day.series().get(0).sum()).isEqualTo(7 * 59);
        assertThat(instants(day))
                .startsWith("2016-04-14T03:00:00Z", "2016-04-14T03:01:00Z")
                .endsWith("2016-04-14T03:58:00Z");
    }

    @Test
    void theRepeatedHourOfAutumnIsReadTwiceAndTheSkippedOneOfSpringRejected() throws Exception {
        StringBuilder autumn = new StringBuilder(wideHeader());
        StringBuilder calories = new StringBuilder("Id,ActivityHour,Calories\n");
        for (String hour : List.of("12:00:00 AM", "1:00:00 AM", "1:00:00 AM", "2:00:00 AM")) {
            autumn.append("1,11/6/2016 ").append(hour).append(",1".repeat(60)).append('\n');
            calories.append("1,11/6/2016 ").append(hour).append(",90\n");
        }
        ParsedDay steps = read("steps", autumn.toString()).days.get(0).day();
        assertThat(steps.sampleCount()).isEqualTo(240);
        ParsedDay energy = read("calories", calories.toString()).days.get(0).day();
        assertThat(energy.sampleCount()).isEqualTo(4);
        assertThat(energy.series().get(0).cadence()).isEqualTo(3_600);
        ParsedDay spring = read("steps", wideHeader() + "1,3/13/2016 2:00:00 AM" + ",1".repeat(60) + "\n")
                .days
                .get(0)
                .day();
        assertThat(spring.rejections()).extracting(Rejection::reason).containsExactly(Rejection.Reason.NO_SUCH_TIME);
    }

    @Test
    void dailyFiguresAndTheirRepetitions() throws Exception {
        Kept kept = read("sleep_day", """
                Id,SleepDay,TotalSleepRecords,TotalMinutesAsleep,TotalTimeInBed
                1,4/12/2016 12:00:00 AM,1,327,346
                1,4/12/2016 12:00:00 AM,1,327,346
                1,4/13/2016 12:00:00 AM,1,300,310
                1,4/13/2016 12:00:00 AM,1,301,310
                """);
        assertThat(kept.days.get(0).day().duplicates()).isEqualTo(1);
        assertThat(kept.days.get(0).day().daily())
                .containsExactlyInAnyOrder(
                        new DailyValue("sleep_records", 1),
                        new DailyValue("sleep_minutes_asleep", 327),
                        new DailyValue("sleep_minutes_in_bed", 346));
        assertThat(kept.days.get(1).day().rejections())
                .extracting(rejection -> rejection.reason() + " " + rejection.position())
                .containsExactly("CONFLICT sleepDay_merged.csv:5");
    }

    @Test
    void dailyActivityHasDatesAloneAndKilometres() throws Exception {
        Kept kept = read(
                "daily_activity",
                "Id,ActivityDate,TotalSteps,TotalDistance,VeryActiveMinutes,FairlyActiveMinutes,LightlyActiveMinutes,"
                        + "SedentaryMinutes,Calories\n1,4/12/2016,13162,8.5,25,13,328,728,1985\n");
        assertThat(kept.days.get(0).day().daily())
                .contains(new DailyValue("daily_steps", 13_162), new DailyValue("daily_distance", 8_500));
    }

    @Test
    void anEmptyFatIsNoValue() throws Exception {
        Kept kept = read("weight", WEIGHT + "7,5/2/2016 11:59:59 PM,52.5,115.9,,22.6,True,1\n");
        assertThat(kept.days.get(0).day().series())
                .extracting(series -> series.metric())
                .doesNotContain("body_fat")
                .hasSize(2);
        assertThat(kept.days.get(0).day().rejections()).isEmpty();
    }

    @Test
    void narrowRowsAreMinutesAndTheHeaderTellsHoursFromMinutes() throws Exception {
        ParsedDay steps = read(
                        "steps", "Id,ActivityMinute,Steps\n1,4/13/2016 11:00:00 PM,7\n1,4/13/2016 11:01:00 PM,8\n")
                .days
                .get(0)
                .day();
        assertThat(instants(steps)).containsExactly("2016-04-14T03:00:00Z", "2016-04-14T03:01:00Z");
        ParsedDay minutes = read("calories", "Id,ActivityMinute,Calories\n1,4/13/2016 1:00:00 AM,1.5\n")
                .days
                .get(0)
                .day();
        assertThat(minutes.series().get(0).cadence()).isEqualTo(60);
        ParsedDay mets = read("mets", "Id,ActivityMinute,METs\n1,4/13/2016 1:00:00 AM,12\n")
                .days
                .get(0)
                .day();
        assertThat(mets.series().get(0).metric()).isEqualTo("mets");
        assertThat(mets.series().get(0).values()).containsExactly(1.2f);
    }

    @Test
    void partsOfAJoinedPayloadAreReadByTheirOwnHeadersAndTheUpperValueCounts() throws Exception {
        Payload payload = CATALOG.payload("fitabase", "steps");
        String joined = "Id,ActivityMinute,Steps\n1,4/13/2016 2:00:00 AM,7\n" + wideHeader() + "1,4/13/2016 1:00:00 AM"
                + ",1".repeat(60) + "\nSteps,Id,ActivityMinute\n9,1,4/13/2016 2:00:00 AM\n7,1,4/13/2016 2:00:00 AM\n";
        ParsedDay day = FitabaseParsers.of(payload)
                .parse(
                        joined.getBytes(UTF_8),
                        new PayloadParser.Context(CATALOG, payload, LocalDate.parse("2016-04-13"), ZONES));
        assertThat(day.series().get(0).sum()).isEqualTo(67);
        assertThat(day.sampleCount()).isEqualTo(61);
        assertThat(day.duplicates()).isEqualTo(1);
        assertThat(day.rejections()).extracting(Rejection::reason).containsExactly(Rejection.Reason.CONFLICT);
    }

    @Test
    void aFileWhoseRowsProveThatItIsMisreadIsRefusedBeforeAnyDay() {
        assertRefused(HEART + "1,1/4/2016 1:00:00 AM,61\n1,13/4/2016 1:00:00 AM,62\n", "day-first", "13/4/2016");
        assertRefused(HEART + "4.05E+09,4/1/2016 1:00:00 AM,61\n", "rounded the ids", "4.05E+09");
        assertRefused(HEART + "1,2016-04-01 07:54:00,90\n1,2016-04-01 07:54:05,90\n", "None of 2 rows", "ISO");
        assertRefused("Id;Time;Value\n1;4/1/2016 7:54:00 AM;93\n", "semicolons");
        assertRefused("I\0d\0,\0", "UTF-16");
    }

    private void assertRefused(String content, String... words) {
        Kept kept = new Kept();
        assertThatThrownBy(() -> read("heart_rate", content, kept))
                .isInstanceOf(BadPayloadException.class)
                .hasMessageContainingAll(words);
        assertThat(kept.days).isEmpty();
        assertThat(kept.rejections).isEmpty();
    }

    @Test
    void rejectedRowsSayWhatIsWrongWithTheirTimes() throws Exception {
        Kept kept = read(
                "heart_rate",
                HEART
                        + "1,4/12/2016 1:00:00 AM,61\n1,04/12/2016 1:00 AM,61\n1,4/12/2016 13:00,61\n1,4/12/16 1:00:00 AM,61\n"
                        + "1,42472.5,61\n1,12.4.2016 01:00,61\n1,,61\n1,noon,61\na/b,4/12/2016 1:00:00 AM,61\n");
        assertThat(kept.rejections)
                .extracting(rejection -> rejection.detail().split(" instead|: ")[0])
                .containsExactly(
                        "The time lacks its seconds",
                        "The time lacks AM or PM",
                        "The year has two digits",
                        "The time is a spreadsheet's number",
                        "The date is written with dots",
                        "The time is empty",
                        "The time cannot be read",
                        "The id cannot be read");
        assertThat(kept.days).hasSize(1);
    }

    @Test
    void aFileWithoutItsColumnsOrCutShortIsBadAlone() throws Exception {
        assertThatThrownBy(() -> read("heart_rate", "Id,Time,Pulse\n1,4/12/2016 1:00:00 AM,61\n"))
                .isInstanceOf(BadPayloadException.class)
                .hasMessageContaining("lacks Value");
        assertThatThrownBy(() -> read("heart_rate", "")).isInstanceOf(BadPayloadException.class);
        assertThatThrownBy(() -> read("heart_rate", HEART + "1".repeat(FitabaseLimits.LINE_BYTES + 2)))
                .isInstanceOf(BadPayloadException.class)
                .hasMessageContaining("Line 2");
        Files.delete(directory.resolve("heartrate_seconds_merged.csv"));
        Path gzipped = directory.resolve("heartrate_seconds_merged.csv.gz");
        writeGzipped(gzipped.getFileName().toString(), HEART + "1,4/12/2016 1:00:00 AM,61\n".repeat(100));
        byte[] whole = Files.readAllBytes(gzipped);
        Files.write(gzipped, java.util.Arrays.copyOf(whole, whole.length - 12));
        Kept kept = new Kept();
        ExportFile file = FitabaseExport.open(directory, CATALOG).files().get(0);
        assertThatThrownBy(() -> file.read(CATALOG, id -> ZONES, kept))
                .isInstanceOf(BadPayloadException.class)
                .hasMessageContaining("cut short");
        assertThat(kept.days).isEmpty();
    }

    @Test
    void moreRowsThanADayCanHaveAreBad() {
        String row = "1,4/12/2016 1:00:00 AM,61\n";
        assertThatThrownBy(() -> read(
                        "heart_rate", HEART + String.join("", Collections.nCopies(FitabaseLimits.DAY_ROWS + 1, row))))
                .isInstanceOf(BadPayloadException.class)
                .hasMessageContaining("participant 1 on 2016-04-12");
    }

    private static final String WEIGHT = "Id,Date,WeightKg,WeightPounds,Fat,BMI,IsManualReport,LogId\n";

    private static String wideHeader() {
        StringBuilder header = new StringBuilder("Id,ActivityHour");
        for (int minute = 0; minute < 60; minute++) {
            header.append(String.format(",Steps%02d", minute));
        }
        return header.append('\n').toString();
    }

    private static List<String> instants(ParsedDay day) {
        return java.util.stream.LongStream.of(day.series().get(0).times())
                .mapToObj(time -> java.time.Instant.ofEpochMilli(time).toString())
                .toList();
    }

    private Kept read(String payload, String content) throws IOException, BadPayloadException {
        Kept kept = new Kept();
        read(payload, content, kept);
        return kept;
    }

    private void read(String payload, String content, Kept kept) throws IOException, BadPayloadException {
        Path path = write(CATALOG.payload("fitabase", payload).path(), content);
        new ExportFile(path, path.getFileName().toString(), CATALOG.payload("fitabase", payload), Files.size(path))
                .read(CATALOG, id -> ZONES, kept);
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content);
    }

    private void writeGzipped(String name, String content) throws IOException {
        try (OutputStream stream = new GZIPOutputStream(Files.newOutputStream(directory.resolve(name)))) {
            stream.write(content.getBytes(UTF_8));
        }
    }
}
