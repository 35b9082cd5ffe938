package dev.daystream.query;

import dev.daystream.metrics.Metric;
import dev.daystream.store.ImputedReader;
import dev.daystream.store.ImputedReader.MinuteMeans;
import dev.daystream.store.ImputedReader.Points;
import dev.daystream.store.SeriesReader.Stretch;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;

/** Puts imputed values into buckets of measured ones. */
final class ImputedMixer {
    private final ImputedReader reader;

    /**
     * Buckets of one series and what is to be put into them.
     *
     * @param series id of the series
     * @param kind whether each minute weighs alike, or amounts add up
     * @param buckets with all that was measured
     * @param points the imputed values
     */
    record Mix(int series, Metric.Kind kind, Buckets buckets, Points points) {}

    private record Place(Mix mix, int index) {}

    ImputedMixer(ImputedReader reader) {
        this.reader = reader;
    }

    /** Puts them in; of the buckets of gauges that have both, the measured minutes are read. */
    Future<Void> mix(List<Mix> mixes) {
        List<Place> places = new ArrayList<>();
        List<Stretch> stretches = new ArrayList<>();
        for (Mix mix : mixes) {
            Buckets buckets = mix.buckets();
            buckets.addImputed(mix.points(), mix.kind());
            for (int i = 0; mix.kind() == Metric.Kind.GAUGE && i < buckets.size(); i++) {
                if (buckets.imputed(i) > 0 && buckets.count(i) > 0) {
                    stretches.add(new Stretch(places.size(), mix.series(), buckets.start(i), buckets.end(i)));
                    places.add(new Place(mix, i));
                }
            }
        }
        return reader.means(stretches).map(means -> {
            for (int i = 0; i < places.size(); i++) {
                MinuteMeans measured = means.get(i);
                places.get(i).mix().buckets().addMinutes(places.get(i).index(), measured.sum(), measured.minutes());
            }
            return null;
        });
    }
}
