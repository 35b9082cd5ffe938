package dev.daystream.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.daystream.http.SimulatedStudy.Told;
import dev.daystream.http.SimulatedStudy.Truth;
import dev.daystream.ingest.DayEnding;
import dev.daystream.ingest.Ending;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is missing is told with its true reason, for the true time, from the simulated wrist to the API. */
class ToldTruthTest {
    private static final SimulatedStudy STUDY = new SimulatedStudy(Map.of());
    /** Off the wrist for longer than what counts as a lost contact. */
    private static final Duration NOTICED = Duration.ofMinutes(12);
    /** A border between worn and not is told a little early or late: lost contacts, and the pulse that has yet to be found. */
    private static final Duration BLUR = Duration.ofMinutes(11);

    @AfterEach
    void off() {
        STUDY.off();
    }

    @AfterAll
    static void close() {
        STUDY.close();
    }

    /** Before the first day nothing is missing; and a metric that never came is not missed. */
    @BeforeAll
    static void firstDays() {
        for (int person = 1; person <= 3; person++) {
            STUDY.take(person, LocalDate.of(2026, 2, 27));
        }
    }

    private static LocalDate day(int date) {
        return LocalDate.of(2026, 3, date);
    }

    private static Instant at(Truth truth, int hours) {
        return truth.from().plus(Duration.ofHours(hours));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void offTheWristIsNotWornAndNothingElseIs(int person) {
        LocalDate date = day(3);
        STUDY.on("non-wear", person, date, "'start':'10:00','end':'12:30'");
        STUDY.on("charging", person, date, "'start':'20:00'");
        assertThat(STUDY.take(person, date).error()).isNull();
        Truth truth = STUDY.truth(person, date);
        requireWear(person, date, truth);
        assertThat(truth.worn()).hasSizeGreaterThan(2);
        assertThat(STUDY.day(person, date).getJsonObject("wear").getInteger("minutes"))
                .isCloseTo((int) truth.wornMinutes(), within((int) (0.02 * truth.minutes())));
        // Zero steps are told of every minute, but none of those off the wrist counts.
        assertThat(STUDY.reasons(person, date, "steps", "1m"))
                .isNotEmpty()
                .allMatch(told -> told.word().equals("not-worn"));
        assertThat(STUDY.reasons(person, date, "heart_rate", "1h"))
                .filteredOn(told -> told.covers(at(truth, 10), at(truth, 12)))
                .singleElement()
                .extracting(Told::word)
                .isEqualTo("not-worn");
    }

    /** Compares each minute that lacks heart rate with the truth. */
    private static void requireWear(int person, LocalDate date, Truth truth) {
        List<Told> told = STUDY.reasons(person, date, "heart_rate", "1m");
        for (Told gap : told) {
            boolean inWear = truth.worn().stream()
                    .anyMatch(
                            worn -> worn.covers(gap.from().minus(BLUR), gap.to().plus(BLUR)));
            if (inWear) {
                assertThat(gap.word()).as("%s while worn", gap).isEqualTo("unknown");
            }
        }
        Instant last = truth.from();
        for (Told worn : truth.worn()) {
            requireUnworn(told, last, worn.from());
            last = worn.to();
        }
        requireUnworn(told, last, truth.to());
    }

    private static void requireUnworn(List<Told> told, Instant from, Instant to) {
        if (Duration.between(from, to).compareTo(NOTICED) > 0) {
            assertThat(told)
                    .as("not worn from %s to %s", from, to)
                    .anyMatch(gap ->
                            gap.word().equals("not-worn") && gap.covers(from.plusSeconds(60), to.minusSeconds(60)));
        }
    }

    @Test
    void aNightWithoutTheWatchHasNoSleepAndIsNotWorn() {
        LocalDate date = day(5);
        STUDY.take(1, day(6));
        STUDY.on("non-wear", 1, day(4), "'start':'20:30','end':'10:00'");
        STUDY.take(1, day(4));
        STUDY.take(1, date);
        Truth truth = STUDY.truth(1, date);
        requireWear(1, date, truth);
        assertThat(truth.json().getJsonArray("asleep")).isNotEmpty();
        assertThat(STUDY.reason(1, date, "spo2")).isEqualTo("not-worn");
        assertThat(STUDY.reason(1, date, "hrv_daily_rmssd")).isEqualTo("not-worn");
    }

    @Test
    void awakeWithTheWatchOnOxygenIsSleepOnly() {
        LocalDate date = day(7);
        STUDY.take(1, date);
        Truth truth = STUDY.truth(1, date);
        assertThat(STUDY.reasons(1, date, "spo2", "1h"))
                .anyMatch(told -> told.word().equals("sleep-only") && told.overlaps(at(truth, 12), at(truth, 18)))
                .noneMatch(told -> told.word().equals("not-synced"));
    }

    @Test
    void aDayThatHasNotBeenSyncedIsNotSyncedUntilItComes() {
        LocalDate date = day(9);
        STUDY.late(2, date, "");
        DayEnding ending = STUDY.take(2, date);
        assertThat(ending.worst()).isEqualTo(Ending.Kind.STORED);
        assertThat(ending.samples()).isZero();
        for (String metric : List.of("heart_rate", "steps", "spo2", "resting_heart_rate", "hrv_daily_rmssd")) {
            assertThat(STUDY.reason(2, date, metric)).as(metric).isEqualTo("not-synced");
        }
        Truth truth = STUDY.truth(2, date);
        for (String resolution : List.of("1m", "1h", "1d")) {
            assertThat(STUDY.reasons(2, date, "heart_rate", resolution))
                    .containsExactly(new Told(truth.from(), truth.to(), "not-synced"));
        }
        assertThat(STUDY.day(2, date).getValue("wear")).isNull();
        STUDY.syncs();
        assertThat(STUDY.take(2, date).samples()).isGreaterThan(1_440);
        requireWear(2, date, truth);
        assertThat(STUDY.reason(2, date, "steps")).isNull();
        assertThat(STUDY.day(2, date).getJsonObject("wear").getInteger("minutes"))
                .isCloseTo((int) truth.wornMinutes(), within((int) (0.02 * truth.minutes())));
        assertThat(STUDY.api
                        .ok("/participants/2/corrections?from=" + date + "&to=" + date)
                        .getJsonArray("corrections"))
                .isNotEmpty();
        whatIsInPlaceIsWhatASingleDeliveryGives(2, date, truth);
    }

    /** Somebody else's database, as it were: the same day once more, from nothing. */
    private static void whatIsInPlaceIsWhatASingleDeliveryGives(int person, LocalDate date, Truth truth) {
        var before = STUDY.samples(person, truth);
        STUDY.off();
        STUDY.take(person, date);
        assertThat(STUDY.samples(person, truth)).isEqualTo(before);
    }

    @Test
    void theRestOfADayIsNotSyncedWhileItsBeginningIsTold() {
        LocalDate date = day(11);
        STUDY.late(3, date, ",'start':'15:00'");
        STUDY.on("non-wear", 3, date, "'start':'10:00','end':'12:00'");
        STUDY.take(3, date);
        Truth truth = STUDY.truth(3, date);
        for (String metric : List.of("heart_rate", "steps")) {
            for (String resolution : List.of("1m", "1h")) {
                assertThat(STUDY.reasons(3, date, metric, resolution))
                        .filteredOn(told -> told.overlaps(at(truth, 15), truth.to()))
                        .as("%s %s", metric, resolution)
                        .containsExactly(new Told(at(truth, 15), truth.to(), "not-synced"));
            }
        }
        assertThat(STUDY.reasons(3, date, "heart_rate", "1m"))
                .anyMatch(told -> told.word().equals("not-worn")
                        && told.overlaps(
                                at(truth, 10).plusSeconds(60), at(truth, 12).minusSeconds(60)));
        assertThat(STUDY.reason(3, date, "steps")).isEqualTo("not-synced");
        STUDY.syncs();
        STUDY.take(3, date);
        requireWear(3, date, truth);
        assertThat(STUDY.reason(3, date, "steps")).isEqualTo("not-worn");
    }

    @Test
    void whatTheDeviceDoesNotBringIsFetchFailedOrUnknownAndTakesNothingWithIt() {
        LocalDate date = day(13);
        STUDY.on("missing", 1, date, "'payloads':['spo2']");
        STUDY.on("missing", 1, date, "'mode':'empty','payloads':['floors','hrv']");
        STUDY.take(1, day(12));
        assertThat(STUDY.take(1, date).failures()).isOne();
        assertThat(STUDY.run(1, date, "spo2", "state")).isEqualTo("failed");
        assertThat(STUDY.reason(1, date, "spo2")).isEqualTo("fetch-failed");
        assertThat(STUDY.reason(1, date, "floors")).isEqualTo("unknown");
        assertThat(STUDY.reason(1, date, "steps")).isNull();
        requireWear(1, date, STUDY.truth(1, date));
        STUDY.off();
        STUDY.take(1, date);
        assertThat(STUDY.reason(1, date, "floors")).isNull();
        assertThat(STUDY.reason(1, date, "spo2")).isEqualTo("sleep-only");
    }

    /** Without heart rate nobody can say whether the watch was worn, but who walks with it wears it. */
    @Test
    void noHeartRateAllDayIsNotNonWearIfThereAreSteps() {
        LocalDate date = day(15);
        STUDY.take(1, day(14));
        STUDY.on("missing", 1, date, "'mode':'empty','payloads':['heart_rate']");
        STUDY.take(1, date);
        assertThat(STUDY.reason(1, date, "heart_rate")).isEqualTo("unknown");
        assertThat(STUDY.day(1, date).getValue("wear")).isNull();
        STUDY.off();
        STUDY.on("non-wear", 1, day(16), "");
        STUDY.take(1, day(16));
        assertThat(STUDY.reason(1, day(16), "heart_rate")).isEqualTo("not-worn");
        assertThat(STUDY.day(1, day(16)).getJsonObject("wear").getInteger("minutes"))
                .isZero();
    }

    @Test
    void aSourceThatFailsIsFetchFailed() {
        LocalDate date = day(18);
        STUDY.take(2, day(17));
        STUDY.fixture.fault("{\"kind\":\"status\",\"status\":500,\"pathContains\":\"/steps/\"}");
        STUDY.take(2, date);
        STUDY.fixture.noFaults();
        assertThat(STUDY.reason(2, date, "steps")).isEqualTo("fetch-failed");
        assertThat(STUDY.reason(2, date, "calories")).isNull();
        STUDY.take(2, date);
        assertThat(STUDY.reason(2, date, "steps")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"2, before-enrolment", "28, after-end", "23, not-synced"})
    void beforeAfterAndBetweenAreNotTheSame(int date, String reason) {
        STUDY.take(3, day(24));
        STUDY.fixture.update(
                "UPDATE participant SET enrolled_from = '2026-03-06', enrolled_until = '2026-03-26' WHERE id = 3");
        assertThat(STUDY.reasons(3, day(date), "steps", "1h"))
                .singleElement()
                .extracting(Told::word)
                .isEqualTo(reason);
        STUDY.fixture.update("UPDATE participant SET enrolled_from = NULL, enrolled_until = NULL WHERE id = 3");
    }
}
