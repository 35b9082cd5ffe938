package dev.daystream.query;

import static dev.daystream.store.TestDatabase.await;

import dev.daystream.metrics.Catalog;
import dev.daystream.model.Resolution;
import dev.daystream.store.Database;
import dev.daystream.store.DeliveryStates;
import dev.daystream.store.DirectoryReader;
import dev.daystream.store.FilledGapReader;
import dev.daystream.store.ImputedReader;
import dev.daystream.store.SeriesReader;
import dev.daystream.store.SleepReader;
import dev.daystream.store.WearStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks for series as a client would, page by page. */
final class Paging {
    private final SeriesQuery query;

    Paging(Database database) {
        ParticipantDirectory directory = new ParticipantDirectory(new DirectoryReader(database), Clock.systemUTC());
        WearDays wear = new WearDays(new WearStore(database), Catalog.bundled(), Clock.systemUTC());
        query = new SeriesQuery(
                directory,
                new SeriesReader(database),
                new FilledGapReader(database),
                new ImputedReader(database),
                new CoverageReader(
                        Catalog.bundled(),
                        new EvidenceReader(wear, new SeriesReader(database)),
                        new GapFactsReader(
                                Catalog.bundled(), wear, new DeliveryStates(database), new SleepReader(database))),
                new Metrics(Catalog.bundled()),
                Clock.systemUTC());
    }

    static SeriesRequest request(
            List<Long> participants,
            List<String> metrics,
            String from,
            String to,
            @Nullable Resolution resolution,
            int limit) {
        return new SeriesRequest(
                participants, metrics, from, to, null, resolution, 10_000, limit, Fill.RAW, GapFilling.NONE, null);
    }

    /** Returns all pages, calling {@code between} before each but the first. */
    List<SeriesPage> pages(SeriesRequest request, Consumer<SeriesPage> between) {
        List<SeriesPage> pages = new ArrayList<>();
        SeriesPage page = await(query.page(request));
        pages.add(page);
        while (page.next() != null) {
            between.accept(page);
            page = await(query.page(new SeriesRequest(
                    request.participants(),
                    request.metrics(),
                    request.from(),
                    request.to(),
                    request.date(),
                    request.resolution(),
                    request.points(),
                    request.limit(),
                    request.fill(),
                    request.filling(),
                    page.next())));
            pages.add(page);
        }
        return pages;
    }

    /** Returns the sums of all pages together. */
    Summary total(SeriesRequest request) {
        Summary.Builder total = new Summary.Builder();
        for (SeriesPage page : pages(request, between -> {})) {
            for (SeriesPage.Values values : page.series()) {
                Summary summary = values.summary();
                if (summary.min() != null && summary.max() != null) {
                    total.add((int) summary.count(), summary.sum(), summary.min(), summary.max());
                }
            }
        }
        return total.build();
    }
}
