package dev.daystream.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.daystream.http.SimulatedStudy.Truth;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A device whose clock is wrong, and a participant who travels in the middle of a day. */
class WrongClocksTest {
    private static final SimulatedStudy STUDY = new SimulatedStudy(Map.of());

    @AfterEach
    void off() {
        STUDY.off();
    }

    @AfterAll
    static void close() {
        STUDY.close();
    }

    /** What is recorded at a wrong time cannot be known as such; it stays in its day, once, and wear is hardly touched. */
    @ParameterizedTest
    @CsvSource({"3, 7", "5, -7", "7, 45"})
    void aWrongClockMovesSamplesWithinTheirDay(int day, int minutes) {
        LocalDate date = LocalDate.of(2026, 3, day);
        STUDY.on("clock", 1, date, "'start':'13:00','end':'15:00','minutes':" + minutes);
        assertThat(STUDY.take(1, date).error()).isNull();
        Truth truth = STUDY.truth(1, date);
        assertThat(STUDY.samples(1, truth).get("steps")).startsWith(truth.minutes() + " ");
        assertThat(STUDY.day(1, date).getJsonObject("wear").getInteger("minutes"))
                .isCloseTo((int) truth.wornMinutes(), within((int) (0.02 * truth.minutes()) + Math.abs(minutes)));
        assertThat(STUDY.run(1, date, "heart_rate", "rejections")).isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource({"2, 10, Asia/Kolkata", "1, 12, Asia/Tokyo", "3, 12, Europe/Berlin"})
    void aTravellersDaysAreWhatTheWallClockMakesThem(int person, int day, String zone) {
        LocalDate date = LocalDate.of(2026, 3, day);
        STUDY.on("zone", person, date, "'start':'12:00','zone':'" + zone + "'");
        Truth before = STUDY.truth(person, date.minusDays(1));
        Truth truth = STUDY.truth(person, date);
        Truth after = STUDY.truth(person, date.plusDays(1));
        Instant move = truth.from().plus(Duration.ofHours(12));
        STUDY.fixture.update("INSERT INTO participant_zone (participant_id, valid_from, zone) VALUES (" + person + ", '"
                + move + "', '" + zone + "')");
        for (int i = -1; i <= 1; i++) {
            assertThat(STUDY.take(person, date.plusDays(i)).error()).isNull();
        }
        assertThat(truth.minutes()).isNotEqualTo(1_440);
        for (Truth one : new Truth[] {before, truth, after}) {
            LocalDate of = LocalDate.parse(one.json().getString("date"));
            assertThat(STUDY.samples(person, one).get("steps")).as("%s", of).startsWith(one.minutes() + " ");
            assertThat(STUDY.run(person, of, "heart_rate", "rejections")).isEqualTo("0");
            assertThat(STUDY.day(person, of)
                            .getJsonObject("coverage")
                            .getJsonObject("steps")
                            .getInteger("expected"))
                    .isEqualTo((int) one.minutes());
            assertThat(STUDY.day(person, of).getJsonObject("wear").getInteger("minutes"))
                    .isCloseTo((int) one.wornMinutes(), within((int) (0.02 * one.minutes())));
        }
        assertThat(STUDY.fixture.findings()).isEmpty();
    }
}
