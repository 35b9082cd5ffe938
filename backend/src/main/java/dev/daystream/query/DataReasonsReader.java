package dev.daystream.query;

import dev.daystream.figures.Told;
import dev.daystream.metrics.Catalog;
import dev.daystream.store.DirectoryReader.Entry;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.List;

/** Reads what explains missing inputs of derived metrics, for no more days than lack a value because of the day's data. */
final class DataReasonsReader {
    private final Catalog catalog;
    private final GapFactsReader facts;

    DataReasonsReader(Catalog catalog, GapFactsReader facts) {
        this.catalog = catalog;
        this.facts = facts;
    }

    /** Reads the reasons of metrics without a value. */
    Future<DataReasons> read(Entry entry, List<Told> lacking) {
        List<Told> asked = lacking.stream().filter(DataReasons::isOfTheDay).toList();
        List<LocalDate> dates = asked.stream().map(Told::date).distinct().toList();
        List<String> metrics = asked.stream()
                .flatMap(told -> DataReasons.metrics(catalog, told))
                .distinct()
                .toList();
        return facts.read(entry, dates, metrics).map(found -> new DataReasons(catalog, entry, found));
    }
}
