package dev.daystream.query.summary;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Days in a row of a range that reach a goal. A day of which it is not known ends a run.
 *
 * @param key of the value that has the goal
 * @param goal least value that reaches it
 * @param longest the longest run; of equals the first
 * @param current the run that the last known day stands in; of no days if that missed the goal
 * @param reached days that reach the goal
 * @param known days of which it is known whether they do
 * @param days one for each date of the range
 */
public record Streak(String key, int goal, Run longest, Run current, int reached, int known, List<State> days) {
    private static final int STEPS = 10_000;
    /** A seventh of the 150 minutes a week that the World Health Organization advises adults at least, rounded up. */
    private static final int ACTIVE_MINUTES = 22;

    /**
     * Consecutive days.
     *
     * @param days how many
     * @param to the last of them; null where nothing is known
     */
    public record Run(int days, @Nullable LocalDate to) {}

    /** A day and the goal. */
    public enum State {
        REACHED,
        MISSED,
        /** Without a value, or worn too little of the day to say that it missed the goal. */
        UNKNOWN;

        @JsonValue
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Returns the streaks of some days: active minutes and steps. */
    static List<Streak> of(List<DayRow> rows) {
        return Stream.of(
                        of(RangeWeek.ACTIVE, ACTIVE_MINUTES, rows, Streak::active),
                        of(Headline.STEPS.key(), STEPS, rows, Streak::steps))
                .toList();
    }

    private static State active(DayRow row) {
        Double minutes = row.derived(RangeWeek.ACTIVE).value();
        return minutes == null ? State.UNKNOWN : minutes >= ACTIVE_MINUTES ? State.REACHED : State.MISSED;
    }

    private static State steps(DayRow row) {
        Double steps = row.value(Headline.STEPS).value();
        if (steps == null) {
            return State.UNKNOWN;
        }
        boolean wornEnough = row.wear() == null || row.wear().minutes() >= DailyValues.LEAST_WORN;
        return steps >= STEPS ? State.REACHED : wornEnough ? State.MISSED : State.UNKNOWN;
    }

    private static Streak of(String key, int goal, List<DayRow> rows, Function<DayRow, State> state) {
        List<State> states = rows.stream()
                .map(row -> row.counts() ? state.apply(row) : State.UNKNOWN)
                .toList();
        Run longest = new Run(0, null);
        Run current = longest;
        int run = 0;
        for (int i = 0; i < states.size(); i++) {
            run = states.get(i) == State.REACHED ? run + 1 : 0;
            Run here = new Run(run, rows.get(i).date());
            longest = run > longest.days() ? here : longest;
            current = states.get(i) == State.UNKNOWN ? current : here;
        }
        int reached = (int) states.stream().filter(one -> one == State.REACHED).count();
        int missed = (int) states.stream().filter(one -> one == State.MISSED).count();
        return new Streak(key, goal, longest, current, reached, reached + missed, states);
    }
}
