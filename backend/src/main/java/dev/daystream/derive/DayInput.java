package dev.daystream.derive;

import dev.daystream.model.SeriesSamples;
import dev.daystream.model.SleepSession;
import dev.daystream.model.TimeRange;
import dev.daystream.model.Wear;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the figures of one local day are made from. What was not delivered is null; what was delivered without content is empty.
 *
 * @param date the day
 * @param day its instants
 * @param heartRate samples from the start of the night, or of the day, to the end of the day
 * @param wear when the watch was worn, from the minutes with heart rate of the day and its neighbours; null if the day has none
 * @param steps samples of the day
 * @param variability samples of RMSSD of the night
 * @param sleep sleeps that ended on the day
 * @param nextSleep sleeps that ended on the day after; null if not known yet
 * @param zones where heart-rate zones begin, or null if nothing tells
 */
public record DayInput(
        LocalDate date,
        TimeRange day,
        @Nullable SeriesSamples heartRate,
        @Nullable Wear wear,
        @Nullable SeriesSamples steps,
        @Nullable SeriesSamples variability,
        @Nullable List<SleepSession> sleep,
        @Nullable List<SleepSession> nextSleep,
        @Nullable ZoneBounds zones) {
    public DayInput {
        sleep = sleep == null ? null : List.copyOf(sleep);
        nextSleep = nextSleep == null ? null : List.copyOf(nextSleep);
    }
}
