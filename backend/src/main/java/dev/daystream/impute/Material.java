package dev.daystream.impute;

import dev.daystream.metrics.Metric;
import dev.daystream.model.ZoneHistory;
import java.util.Map;

/**
 * What a method may look at: some weeks of one participant around the gaps.
 *
 * @param metric of the series that has the gaps
 * @param zones the participant's zones, for time of day and weekday
 * @param values the series; what was made up is never in it
 * @param companions other series of the participant over the same minutes, by key of the metric; those that there are
 * @param asleep 1 for minutes asleep, 0 for minutes awake, NaN where no night is known, over the same minutes
 */
public record Material(
        Metric metric, ZoneHistory zones, MinuteGrid values, Map<String, MinuteGrid> companions, MinuteGrid asleep) {
    public Material {
        companions = Map.copyOf(companions);
    }
}
