package dev.daystream.figures;

import dev.daystream.figures.Explanation.Below;
import dev.daystream.metrics.DerivedCatalog;
import dev.daystream.metrics.DerivedMetric;
import dev.daystream.metrics.DerivedMetric.Input;
import dev.daystream.store.DerivedStore;
import dev.daystream.store.DirectoryReader.Entry;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.List;

/** Finds the deliveries below a figure. */
final class Deliveries {
    private final DerivedStore store;
    private final Feeds feeds;
    private final DerivedCatalog catalog;

    Deliveries(DerivedStore store, Feeds feeds, DerivedCatalog catalog) {
        this.store = store;
        this.feeds = feeds;
        this.catalog = catalog;
    }

    /** Returns the deliveries of each input in the end; those of figures below are told in their place. */
    Future<List<Below>> below(Entry entry, DerivedMetric metric, LocalDate date) {
        List<Future<Below>> below = catalog.sources(metric).stream()
                .map(input -> below(entry, input, date))
                .toList();
        return Future.all(below).map(done -> below.stream().map(Future::result).toList());
    }

    private Future<Below> below(Entry entry, Input input, LocalDate date) {
        LocalDate from = date.plusDays(input.from());
        LocalDate to = date.plusDays(input.to());
        return store.deliveries(entry.participant().id(), from, to, feeds.of(input.key()))
                .map(deliveries -> new Below(input.key(), from, to, deliveries));
    }
}
