package dev.daystream.ingest;

import dev.daystream.impute.Material;
import dev.daystream.impute.MinuteGrid;
import dev.daystream.metrics.Catalog;
import dev.daystream.model.SeriesInfo;
import dev.daystream.model.TimeRange;
import dev.daystream.model.Wear;
import dev.daystream.store.DirectoryReader.Entry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;

/**
 * Some weeks of one participant by the minute: everything that values for gaps are made from.
 *
 * @param catalog the metrics
 * @param entry who
 * @param firstMinute minutes since the epoch at which it starts
 * @param minutes how long it lasts
 * @param values the series that were asked for and those that go with them
 * @param asleep 1 for minutes asleep, 0 for minutes awake, NaN where no night is known
 * @param sleeps times in bed, by start
 */
public record PersonMinutes(
        Catalog catalog,
        Entry entry,
        long firstMinute,
        int minutes,
        Map<SeriesInfo, MinuteGrid> values,
        MinuteGrid asleep,
        List<TimeRange> sleeps) {
    static final String HEART_RATE = "heart_rate";
    private static final long MINUTE_MILLIS = 60_000;

    public PersonMinutes {
        values = Map.copyOf(values);
        sleeps = List.copyOf(sleeps);
    }

    /** Returns what a method may look at for a series. */
    public Material material(SeriesInfo series) {
        Map<String, MinuteGrid> companions = new HashMap<>();
        for (SeriesInfo other : entry.series()) {
            if (values.containsKey(other) && !other.metric().equals(series.metric())) {
                companions.computeIfAbsent(other.metric(), metric -> merged(metric, series.source()));
            }
        }
        return new Material(
                catalog.get(series.metric()), entry.participant().zones(), grid(series), companions, asleep);
    }

    /** Returns one series. */
    public MinuteGrid grid(SeriesInfo series) {
        return Objects.requireNonNull(values.get(series), () -> series + " was not read");
    }

    /** Returns when the watch was worn, told by the heart rates of all devices. */
    public Wear wear() {
        MinuteGrid heart = merged(HEART_RATE, "");
        int cadence =
                of(HEART_RATE).stream().mapToInt(SeriesInfo::cadence).max().orElse(1);
        return Wear.of(
                LongStream.range(heart.firstMinute(), heart.end())
                        .filter(minute -> !Double.isNaN(heart.at(minute)))
                        .map(minute -> minute * MINUTE_MILLIS)
                        .toArray(),
                cadence);
    }

    /** Joins all series of a metric: of several that have a value, one of the source that is preferred, else the one made first. */
    private MinuteGrid merged(String metric, String preferred) {
        List<SeriesInfo> series = of(metric).stream()
                .sorted((one, two) -> Boolean.compare(
                        two.source().equals(preferred), one.source().equals(preferred)))
                .toList();
        if (series.size() == 1) {
            return grid(series.get(0));
        }
        double[] joined = new double[minutes];
        for (int i = 0; i < minutes; i++) {
            joined[i] = Double.NaN;
            for (int one = 0; one < series.size() && Double.isNaN(joined[i]); one++) {
                joined[i] = grid(series.get(one)).values()[i];
            }
        }
        return new MinuteGrid(firstMinute, joined);
    }

    private List<SeriesInfo> of(String metric) {
        return entry.series().stream()
                .filter(info -> info.metric().equals(metric) && values.containsKey(info))
                .toList();
    }
}
