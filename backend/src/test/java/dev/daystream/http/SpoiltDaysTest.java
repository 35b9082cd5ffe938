package dev.daystream.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.http.SimulatedStudy.Truth;
import dev.daystream.ingest.DayEnding;
import dev.daystream.ingest.Ending;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Spoilt, overlapping, repeated, corrected and shortened payloads: the day stays true, and what was wrong is told. */
class SpoiltDaysTest {
    private static final SimulatedStudy STUDY = new SimulatedStudy(Map.of());

    @AfterEach
    void off() {
        STUDY.off();
    }

    @AfterAll
    static void close() {
        STUDY.close();
    }

    private static LocalDate day(int date) {
        return LocalDate.of(2026, 2, date);
    }

    @ParameterizedTest
    @CsvSource({
        "truncated, 2, cut short",
        "html, 3, web page",
        "utf8, 4, not JSON",
        "date, 5, another day",
    })
    void anUnreadablePayloadFailsItsOwnRunAndIsKept(String mode, int date, String words) {
        STUDY.on("corrupt", 1, day(date), "'mode':'" + mode + "','payloads':['heart_rate']");
        DayEnding ending = STUDY.take(1, day(date));
        assertThat(ending.worst()).isEqualTo(Ending.Kind.FAILED);
        assertThat(ending.failures()).isOne();
        assertThat(STUDY.run(1, day(date), "heart_rate", "error")).contains(words);
        assertThat(STUDY.kept(STUDY.run(1, day(date), "heart_rate", "payload")))
                .isEqualTo(STUDY.sent(1, day(date), "heart_rate"));
        assertThat(STUDY.fixture.number("SELECT count(*) FROM delivery WHERE participant_id = 1 AND revision = 1"
                        + " AND local_date = '" + day(date) + "'"))
                .isEqualTo(13);
        assertThat(STUDY.reason(1, day(date), "resting_heart_rate")).isEqualTo("rejected");
        assertThat(STUDY.reason(1, day(date), "steps")).isEqualTo("wear-unknown");
        STUDY.off();
        STUDY.take(1, day(date));
        assertThat(STUDY.reasons(1, day(date), "heart_rate", "1m"))
                .noneMatch(told -> told.word().equals("rejected"));
    }

    @ParameterizedTest
    @CsvSource({"types, 8", "range, 9", "numbers, 10"})
    void badRecordsAreRejectedAndTheOthersAreInPlace(String mode, int date) {
        STUDY.on("corrupt", 1, day(date), "'mode':'" + mode + "'");
        DayEnding ending = STUDY.take(1, day(date));
        Truth truth = STUDY.truth(1, day(date));
        assertThat(ending.failures()).as(ending.error()).isZero();
        for (String type : List.of("heart_rate", "steps", "calories", "spo2")) {
            int rejections = Integer.parseInt(STUDY.run(1, day(date), type, "rejections"));
            int samples = Integer.parseInt(STUDY.run(1, day(date), type, "samples"));
            assertThat(rejections / (double) samples).as(type).isBetween(0.05, 0.2);
            assertThat(STUDY.kept(STUDY.run(1, day(date), type, "payload"))).isEqualTo(STUDY.sent(1, day(date), type));
        }
        assertThat(STUDY.reason(1, day(date), "steps")).isEqualTo("rejected");
        assertThat(STUDY.fixture.number("SELECT count(*) FROM rejection r JOIN ingest_run i ON i.id = r.run_id"
                        + " WHERE i.participant_id = 1 AND i.local_date = '" + day(date)
                        + "' AND r.detail = ''"))
                .isZero();
        STUDY.off();
        STUDY.take(1, day(date));
        assertThat(STUDY.reason(1, day(date), "steps")).isIn(null, "not-worn");
        assertThat(Long.parseLong(
                        STUDY.samples(1, truth).getOrDefault("steps", "").split(" ")[0]))
                .isEqualTo(truth.minutes());
    }

    @Test
    void aByteOrderMarkIsNoFault() {
        STUDY.on("corrupt", 1, day(12), "'mode':'bom'");
        DayEnding ending = STUDY.take(1, day(12));
        assertThat(ending.worst()).as(ending.error()).isEqualTo(Ending.Kind.STORED);
        Truth truth = STUDY.truth(1, day(12));
        var marked = STUDY.samples(1, truth);
        assertThat(STUDY.run(1, day(12), "heart_rate", "rejections")).isEqualTo("0");
        STUDY.off();
        STUDY.take(1, day(12));
        assertThat(STUDY.samples(1, truth)).isEqualTo(marked);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void recordsOfTheNeighboursStayTheirs(boolean first) {
        int date = first ? 15 : 19;
        if (!first) {
            STUDY.take(2, day(date - 1));
            STUDY.take(2, day(date + 1));
        }
        STUDY.on("overlap", 2, day(date), "'mode':'neighbours'");
        assertThat(STUDY.take(2, day(date)).failures()).isZero();
        assertThat(STUDY.fixture.findings()).isEmpty();
        assertThat(STUDY.run(2, day(date), "steps", "rejections")).isEqualTo("120");
        for (String type : List.of("spo2", "hrv", "breathing_rate", "sleep", "heart_rate")) {
            assertThat(Integer.parseInt(STUDY.run(2, day(date), type, "rejections")))
                    .as(type)
                    .isPositive();
        }
        if (first) {
            STUDY.take(2, day(date - 1));
            STUDY.take(2, day(date + 1));
        }
        List<Map<String, String>> overlapped = List.of(
                STUDY.samples(2, STUDY.truth(2, day(date - 1))),
                STUDY.samples(2, STUDY.truth(2, day(date))),
                STUDY.samples(2, STUDY.truth(2, day(date + 1))));
        String counts = "SELECT count(*) FROM sleep_session WHERE participant_id = 2";
        long sleeps = STUDY.fixture.number(counts);
        STUDY.off();
        for (int i = -1; i <= 1; i++) {
            STUDY.take(2, day(date + i));
            assertThat(STUDY.samples(2, STUDY.truth(2, day(date + i)))).isEqualTo(overlapped.get(i + 1));
        }
        assertThat(STUDY.fixture.number(counts)).isEqualTo(sleeps);
    }

    @Test
    void repeatedRecordsAreInPlaceOnce() {
        LocalDate date = day(22);
        STUDY.on("overlap", 3, date, "'mode':'repeated'");
        assertThat(STUDY.take(3, date).failures()).isZero();
        Truth truth = STUDY.truth(3, date);
        assertThat(STUDY.run(3, date, "steps", "duplicates")).isEqualTo(Long.toString(truth.minutes()));
        assertThat(STUDY.run(3, date, "steps", "rejections")).isEqualTo("0");
        var repeated = STUDY.samples(3, truth);
        STUDY.off();
        STUDY.take(3, date);
        assertThat(STUDY.samples(3, truth)).isEqualTo(repeated);
    }

    @Test
    void aDuplicateChangesNothingAlsoWhenTheVendorKnowsBetter() {
        LocalDate date = day(23);
        STUDY.on("duplicate", 3, date, "");
        STUDY.take(3, date);
        Truth truth = STUDY.truth(3, date);
        var once = STUDY.samples(3, truth);
        STUDY.on("correction", 3, date, "");
        assertThat(STUDY.take(3, date).worst()).isEqualTo(Ending.Kind.UNCHANGED);
        assertThat(STUDY.samples(3, truth)).isEqualTo(once);
        assertThat(STUDY.fixture.number(
                        "SELECT max(revision) FROM delivery WHERE participant_id = 3 AND local_date = '" + date + "'"))
                .isOne();
    }

    @ParameterizedTest
    @CsvSource({"changed, 24", "removed, 25", "added, 26"})
    void aCorrectionIsLoggedAsWhatItIs(String mode, int date) {
        STUDY.take(3, day(date));
        Truth truth = STUDY.truth(3, day(date));
        var before = STUDY.samples(3, truth);
        STUDY.on("correction", 3, day(date), "'mode':'" + mode + "'");
        STUDY.take(3, day(date));
        assertThat(STUDY.samples(3, truth)).isNotEqualTo(before);
        List<String> changes = STUDY.fixture
                .rows(
                        "SELECT c.added > 0, c.removed > 0, c.changed > 0 FROM correction c JOIN delivery d ON d.id = c.delivery_id"
                                + " WHERE c.kind = 'samples' AND d.data_type = 'heart_rate' AND d.participant_id = 3 AND d.local_date = '"
                                + day(date) + "'")
                .get(0);
        assertThat(changes)
                .isEqualTo(
                        switch (mode) {
                            case "changed" -> List.of("f", "t", "t");
                            case "removed" -> List.of("f", "t", "f");
                            default -> List.of("t", "f", "f");
                        });
        assertThat(STUDY.fixture.findings()).isEmpty();
        STUDY.off();
        STUDY.take(3, day(date));
        assertThat(STUDY.samples(3, truth)).isEqualTo(before);
    }

    @Test
    void aShorterDayIsAppliedAndFlagged() {
        LocalDate date = day(27);
        STUDY.take(2, date);
        STUDY.on("shortened", 2, date, "");
        STUDY.take(2, date);
        assertThat(STUDY.run(2, date, "steps", "flag")).isEqualTo("shorter");
        assertThat(STUDY.run(2, date, "steps", "state")).isEqualTo("stored");
        assertThat(STUDY.reason(2, date, "steps")).isEqualTo("not-synced");
        assertThat(STUDY.api
                        .ok("/participants/2/corrections?flag=shorter&from=" + date + "&to=" + date)
                        .getJsonArray("corrections"))
                .isNotEmpty();
        STUDY.off();
        STUDY.take(2, date);
        assertThat(STUDY.reason(2, date, "steps")).isNull();
    }

    @Test
    void aShorterDayIsRefusedWhereTheRuleSaysSo() {
        try (SimulatedStudy strict = new SimulatedStudy(Map.of("DAYSTREAM_SHORTER_DAYS", "refuse"))) {
            LocalDate date = day(10);
            strict.take(1, date);
            Truth truth = strict.truth(1, date);
            var before = strict.samples(1, truth);
            strict.on("shortened", 1, date, "'percent':30");
            strict.take(1, date);
            assertThat(strict.samples(1, truth)).isEqualTo(before);
            assertThat(strict.run(1, date, "steps", "state")).isEqualTo("refused");
            assertThat(strict.reason(1, date, "steps")).isNull();
        }
    }
}
