package dev.daystream.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.model.DailyValue;
import dev.daystream.model.ParsedDay;
import dev.daystream.model.SeriesSamples;
import dev.daystream.model.SleepSession;
import dev.daystream.model.TimeRange;
import dev.daystream.model.Workout;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Until when a delivery shows that a participant was measured. */
class LastMeasurementTest {
    private static final TimeRange DAY =
            new TimeRange(Instant.parse("2026-03-02T00:00:00Z"), Instant.parse("2026-03-03T00:00:00Z"));

    private static ParsedDay day(List<SeriesSamples> series, List<SleepSession> sleep, DailyValue... daily) {
        return new ParsedDay(DAY, series, List.of(daily), sleep, List.of(), List.of(), List.of(), 0);
    }

    /** Samples of every hour from midnight on. */
    private static SeriesSamples hours(String metric, float... values) {
        long[] times = new long[values.length];
        for (int i = 0; i < values.length; i++) {
            times[i] = DAY.startMillis() + i * 3_600_000L;
        }
        return new SeriesSamples(metric, 3_600, times, values);
    }

    private static SleepSession sleep(String end) {
        Instant until = Instant.parse(end);
        return new SleepSession(
                "1", until.minusSeconds(3_600), until, true, false, 50, 10, 60, null, null, List.of(), List.of());
    }

    @Test
    void theNewestSampleOfAllSeriesCounts() {
        assertThat(LastMeasurement.of(day(List.of(hours("heart_rate", 60, 61, 62), hours("steps", 5, 5)), List.of())))
                .isEqualTo("2026-03-02T02:00:00Z");
    }

    /** A watch worn until two, whose vendor fills the day with zeros, basal energy and a resting heart rate. */
    @Test
    void whatIsToldWithoutTheWatchShowsNothing() {
        List<SeriesSamples> filled = List.of(
                hours("steps", 3, 4, 9, 0, 0, 0),
                hours("calories", 60, 60, 60, 60, 60, 60),
                hours("mets", 1, 1, 1, 1, 1, 1),
                hours("activity_level", 0, 1, 1, 0, 0, 0));
        DailyValue[] told = {
            new DailyValue("daily_steps", 0),
            new DailyValue("daily_calories", 1_700),
            new DailyValue("minutes_sedentary", 1_440),
            new DailyValue("resting_heart_rate", 61),
        };
        assertThat(LastMeasurement.of(day(filled, List.of(), told))).isEqualTo("2026-03-02T02:00:00Z");
        assertThat(LastMeasurement.of(day(List.of(hours("steps", 0, 0)), List.of(), told)))
                .isNull();
        assertThat(LastMeasurement.of(day(List.of(), List.of()))).isNull();
    }

    @Test
    void sleepsAndWorkoutsCountUntilTheirEnd() {
        assertThat(LastMeasurement.of(day(List.of(hours("steps", 1)), List.of(sleep("2026-03-02T07:10:00Z")))))
                .isEqualTo("2026-03-02T07:10:00Z");
        Workout run = new Workout("1", "Run", Instant.parse("2026-03-02T18:00:00Z"), 1_800, null, null, null);
        assertThat(LastMeasurement.of(
                        new ParsedDay(DAY, List.of(), List.of(), List.of(), List.of(), List.of(run), List.of(), 0)))
                .isEqualTo("2026-03-02T18:30:00Z");
    }

    @Test
    void aDailyValueStandsForItsDayUnlessMoreIsKnown() {
        DailyValue steps = new DailyValue("daily_steps", 9_000);
        assertThat(LastMeasurement.of(day(List.of(), List.of(), steps))).isEqualTo("2026-03-02T23:59:59Z");
        assertThat(LastMeasurement.of(day(List.of(hours("heart_rate", 60, 61)), List.of(), steps)))
                .isEqualTo("2026-03-02T01:00:00Z");
    }

    /** The whole way: stored with the delivery, withdrawn with a correction, and told of the newest day that has any. */
    @Test
    void theDirectoryTellsTheNewestMeasuredDay() {
        try (DayFixture fixture = new DayFixture("Europe/Berlin")) {
            TimeRange first = fixture.participant.zones().day(LocalDate.parse("2026-03-01"));
            fixture.deliver("steps", LocalDate.parse("2026-03-01"), "a", DayFixture.samples("steps", first, 60, 1));
            assertThat(last(fixture)).isEqualTo(first.end().minusSeconds(60));
            // A day with nothing but the vendor's own steps stands for the whole of it.
            TimeRange second = fixture.participant.zones().day(LocalDate.parse("2026-03-02"));
            fixture.deliver("summary", LocalDate.parse("2026-03-02"), "b");
            assertThat(last(fixture)).isEqualTo(second.end().minusSeconds(1));
            // What is known to the minute comes before it.
            TimeRange morning = new TimeRange(second.start(), second.start().plusSeconds(36_000));
            fixture.deliver("steps", LocalDate.parse("2026-03-02"), "c", DayFixture.samples("steps", morning, 60, 2));
            assertThat(last(fixture)).isEqualTo(morning.end().minusSeconds(60));
        }
    }

    private static Instant last(DayFixture fixture) {
        var entry = TestDatabase.await(new DirectoryReader(fixture.database).find(List.of(fixture.participant.id())))
                .get(0);
        Instant last = entry.lastMeasurement();
        assertThat(last).isNotNull();
        return last == null ? Instant.EPOCH : last;
    }
}
