package dev.daystream.ingest;

import dev.daystream.metrics.Catalog;
import dev.daystream.metrics.Payload;
import dev.daystream.model.Participant;
import dev.daystream.model.Trigger;
import dev.daystream.source.Source;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.List;

/** Brings in all data types of a participant's local day at once. */
public final class DayIngest {
    private static final int DELIVERIES_AT_ONCE = 16;

    private final Source source;
    private final List<Payload> payloads;
    private final DeliveryIngest deliveries;
    private final IngestWatch watch;
    private final Limiter limiter = new Limiter(DELIVERIES_AT_ONCE);

    public DayIngest(Source source, Catalog catalog, DeliveryIngest deliveries, IngestWatch watch) {
        this.source = source;
        this.payloads = catalog.payloadsOf(source.key());
        this.deliveries = deliveries;
        this.watch = watch;
    }

    /** Returns the number of deliveries that are being brought in now. */
    public int running() {
        return limiter.running();
    }

    /** Returns the number of deliveries that wait for their turn. */
    public int waiting() {
        return limiter.waiting();
    }

    /** Returns whether a data type is one that comes from here. */
    public boolean brings(String source, String dataType) {
        return source.equals(sourceKey())
                && payloads.stream().anyMatch(payload -> payload.key().equals(dataType));
    }

    /** Returns the key of the source that days come from. */
    public String sourceKey() {
        return source.key();
    }

    /** Brings in one data type of a day that comes from here; how its run ended is the result. */
    public Future<Ending> take(Participant participant, LocalDate date, String dataType, Trigger trigger) {
        Payload payload = payloads.stream()
                .filter(one -> one.key().equals(dataType))
                .findFirst()
                .orElseThrow();
        return limiter.run(() -> deliveries.fetch(source, participant, payload, date, trigger));
    }

    /** Brings in a day; how its runs ended is the result. */
    public Future<DayEnding> take(Participant participant, LocalDate date, Trigger trigger) {
        List<Future<Ending>> endings = payloads.stream()
                .map(payload -> limiter.run(() -> deliveries.fetch(source, participant, payload, date, trigger)))
                .toList();
        return Future.all(endings)
                .map(done -> DayEnding.of(
                        participant, date, endings.stream().map(Future::result).toList()))
                .onSuccess(watch::day);
    }
}
