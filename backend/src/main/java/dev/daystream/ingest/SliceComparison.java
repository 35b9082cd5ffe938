package dev.daystream.ingest;

import dev.daystream.model.DailyValue;
import dev.daystream.model.ParsedDay;
import dev.daystream.model.SeriesSamples;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts of the values of a day in a file, compared with the stored values of the same source, data type and day.
 *
 * @param same values that are stored already
 * @param added values that are not stored
 * @param missing stored values that the file lacks
 * @param differing values of which another is stored for the same time
 * @param examples some of these, in words
 */
record SliceComparison(int same, int added, int missing, int differing, List<String> examples) {
    private static final int EXAMPLES = 3;
    private static final long DAILY = Long.MIN_VALUE;

    /** Compares what is stored with what a file says. */
    static SliceComparison of(ParsedDay stored, ParsedDay slice) {
        Map<Key, Double> before = values(stored);
        int same = 0;
        int added = 0;
        List<String> examples = new ArrayList<>();
        int differing = 0;
        for (Map.Entry<Key, Double> entry : values(slice).entrySet()) {
            Double known = before.remove(entry.getKey());
            if (known == null) {
                added++;
            } else if (known.equals(entry.getValue())) {
                same++;
            } else {
                differing++;
                if (examples.size() < EXAMPLES) {
                    examples.add("%s: %s is stored, %s is in the file"
                            .formatted(entry.getKey().words(), known, entry.getValue()));
                }
            }
        }
        return new SliceComparison(same, added, before.size(), differing, List.copyOf(examples));
    }

    /** Returns the values in their order. */
    private static Map<Key, Double> values(ParsedDay day) {
        Map<Key, Double> values = new LinkedHashMap<>();
        for (SeriesSamples series : day.series()) {
            for (int i = 0; i < series.size(); i++) {
                values.put(new Key(series.metric(), series.times()[i]), (double) series.values()[i]);
            }
        }
        for (DailyValue value : day.daily()) {
            values.put(new Key(value.metric(), DAILY), value.value());
        }
        return values;
    }

    /**
     * Names a value.
     *
     * @param time epoch milliseconds; {@link #DAILY} for a daily value
     */
    private record Key(String metric, long time) {
        String words() {
            return time == DAILY ? metric : metric + " at " + Instant.ofEpochMilli(time);
        }
    }
}
