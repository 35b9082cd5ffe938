package dev.daystream.query.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.metrics.Catalog;
import dev.daystream.query.Reason;
import dev.daystream.query.summary.Streak.Run;
import dev.daystream.query.summary.Streak.State;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Days in a row, and what ends them. */
class StreakTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-03-01");

    private static SomeDay walked(int steps, int worn) {
        return new SomeDay()
                .worn(worn)
                .samples("steps", 1_440, steps)
                .covered("steps", worn, worn / 1_440.0, worn < 1_368 ? Reason.NOT_WORN : null);
    }

    private static DayRow row(int index, SomeDay day, @Nullable Double active) {
        return new DayRow(
                FIRST.plusDays(index),
                true,
                day.day().wear(),
                DailyValues.of(day.day(), null, Catalog.bundled()),
                Map.of("zone_active_minutes", new DayRow.Derived(active, null, null, null)),
                Reason.UNKNOWN);
    }

    private static Streak steps(SomeDay... days) {
        List<DayRow> rows = IntStream.range(0, days.length)
                .mapToObj(i -> row(i, days[i], null))
                .toList();
        return Streak.of(rows).get(1);
    }

    private static Streak active(@Nullable Double... minutes) {
        List<DayRow> rows = IntStream.range(0, minutes.length)
                .mapToObj(i -> row(i, new SomeDay(), minutes[i]))
                .toList();
        return Streak.of(rows).get(0);
    }

    @Test
    void aDayWithoutAValueEndsARunAndTheLastKnownDayIsTheCurrentOne() {
        Streak streak = active(30.0, 22.0, 30.0, null, 30.0, 21.9, 30.0, 40.0, null);
        assertThat(streak.longest()).isEqualTo(new Run(3, FIRST.plusDays(2)));
        assertThat(streak.current()).isEqualTo(new Run(2, FIRST.plusDays(7)));
        assertThat(streak.reached()).isEqualTo(6);
        assertThat(streak.known()).isEqualTo(7);
        assertThat(active(30.0, 1.0).current()).isEqualTo(new Run(0, FIRST.plusDays(1)));
        assertThat(active(null, null).longest()).isEqualTo(new Run(0, null));
        assertThat(active(null, null).current()).isEqualTo(new Run(0, null));
    }

    /** Of runs of the same length the first is the longest, as the insight on streaks says too. */
    @Test
    void ofEqualRunsTheFirstIsTold() {
        assertThat(active(30.0, 1.0, 30.0).longest()).isEqualTo(new Run(1, FIRST));
    }

    /** Zeros of a watch on the table miss no goal, and of half a day nobody knows. */
    @Test
    void aDayNotWornOrForLessThanTenHoursMissesNothing() {
        Streak streak =
                steps(walked(12_000, 1_440), walked(0, 0), walked(4_000, 599), walked(12_000, 599), walked(4_000, 600));
        assertThat(streak.days())
                .containsExactly(State.REACHED, State.UNKNOWN, State.UNKNOWN, State.REACHED, State.MISSED);
        assertThat(streak.known()).isEqualTo(3);
        assertThat(streak.current()).isEqualTo(new Run(0, FIRST.plusDays(4)));
    }
}
