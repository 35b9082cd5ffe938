package dev.daystream.ingest;

import dev.daystream.metrics.Catalog;
import dev.daystream.metrics.Payload;
import dev.daystream.model.Participant;
import dev.daystream.model.Trigger;
import dev.daystream.source.Source;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Fetches all data types of a participant's local day at once. Whoever asks, the state of the participant's connection follows the
 * answers.
 */
public final class DayIngest {
    private static final int DELIVERIES_AT_ONCE = 16;

    private final Source source;
    private final List<Payload> payloads;
    private final DeliveryIngest deliveries;
    private final ConnectionStates connections;
    private final IngestWatch watch;
    private final Limiter limiter = new Limiter(DELIVERIES_AT_ONCE);

    public DayIngest(
            Source source,
            Catalog catalog,
            DeliveryIngest deliveries,
            ConnectionStates connections,
            IngestWatch watch) {
        this.source = source;
        this.payloads = catalog.payloadsOf(source.key());
        this.deliveries = deliveries;
        this.connections = connections;
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

    /** Fetches one data type of a day that comes from here; how its run ended is the result. */
    public Future<Ending> take(Participant participant, LocalDate date, String dataType, Trigger trigger) {
        return take(participant, date, Set.of(dataType), trigger)
                .map(day -> day.byDataType().values().iterator().next());
    }

    /** Fetches a day; how its runs ended is the result. */
    public Future<DayEnding> take(Participant participant, LocalDate date, Trigger trigger) {
        Set<String> all = payloads.stream().map(Payload::key).collect(Collectors.toSet());
        return take(participant, date, all, trigger).onSuccess(watch::day);
    }

    /** Fetches what a day lacks, which must be something; how these runs ended is the result. */
    Future<DayEnding> takeOutstanding(DayEnding day, Trigger trigger) {
        return take(day.participant(), day.date(), day.outstanding().keySet(), trigger)
                .onSuccess(rest -> watch.day(day.followedBy(rest)));
    }

    private Future<DayEnding> take(Participant participant, LocalDate date, Set<String> dataTypes, Trigger trigger) {
        Map<String, Future<Ending>> endings = new LinkedHashMap<>();
        for (Payload payload : payloads) {
            if (dataTypes.contains(payload.key())) {
                endings.put(
                        payload.key(),
                        limiter.run(() -> deliveries.fetch(source, participant, payload, date, trigger)));
            }
        }
        return Future.all(List.copyOf(endings.values())).compose(done -> {
            Map<String, Ending> byDataType = new LinkedHashMap<>();
            endings.forEach((dataType, ending) -> byDataType.put(dataType, ending.result()));
            DayEnding ending = new DayEnding(participant, date, byDataType);
            return connections.note(participant.id(), byDataType.values()).map(ending);
        });
    }
}
