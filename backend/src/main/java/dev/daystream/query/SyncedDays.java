package dev.daystream.query;

import dev.daystream.metrics.Catalog;
import dev.daystream.metrics.Metric;
import dev.daystream.metrics.Payload;
import dev.daystream.model.SeriesInfo;
import dev.daystream.model.TimeRange;
import dev.daystream.query.GapFacts.SourceDay;
import dev.daystream.store.DeliveryStates;
import dev.daystream.store.DeliveryStates.State;
import dev.daystream.store.DirectoryReader.Entry;
import dev.daystream.store.SeriesReader.Stretch;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds out until when days are known that were delivered before the watch had synced all of them. What accrues, such as steps, is told
 * for every minute that the source knows of, with the watch and without; where it ends before the day does, the rest is not known.
 */
final class SyncedDays {
    private static final String HEART_RATE = "heart_rate";
    private static final int MINUTE = 60;

    private final Catalog catalog;
    private final DeliveryStates states;

    SyncedDays(Catalog catalog, DeliveryStates states) {
        this.catalog = catalog;
        this.states = states;
    }

    /** Returns the payloads that tell something of every minute. */
    Stream<Payload> telling() {
        return catalog.sources().stream()
                .flatMap(source -> catalog.payloadsOf(source).stream())
                .filter(this::tells);
    }

    private boolean tells(Payload payload) {
        return payload.series().values().stream().anyMatch(target -> {
            Metric metric = catalog.get(target.metric());
            int cadence = target.cadence() == null ? metric.cadence() : target.cadence();
            return metric.kind() == Metric.Kind.AMOUNT
                    && metric.present() == Metric.Presence.ALWAYS
                    && cadence == MINUTE;
        });
    }

    /** Returns the end of what is known of each day that is not known to its end; a day without any such payload is not told. */
    Future<Map<SourceDay, Instant>> read(Entry entry, List<State> found) {
        Map<SourceDay, Boolean> whole = new HashMap<>();
        for (State state : found) {
            // Without the element no minute is known: its absence does not tell when the watch last synced.
            if (state.inEffect() && !state.withoutIntraday()) {
                TimeRange day = entry.participant().zones().day(state.date());
                telling()
                        .filter(payload -> payload.source().equals(state.source())
                                && payload.key().equals(state.dataType()))
                        .forEach(payload -> whole.merge(
                                new SourceDay(state.source(), state.date()),
                                state.samples()
                                        >= payload.series().size()
                                                * day.length().toMinutes(),
                                Boolean::logicalOr));
            }
        }
        List<SourceDay> partial = whole.entrySet().stream()
                .filter(day -> !day.getValue())
                .map(Map.Entry::getKey)
                .toList();
        return partial.isEmpty() ? Future.succeededFuture(Map.of()) : ends(entry, partial);
    }

    private Future<Map<SourceDay, Instant>> ends(Entry entry, List<SourceDay> days) {
        Set<String> metrics = new HashSet<>(Set.of(HEART_RATE));
        telling().forEach(payload -> payload.series().values().forEach(target -> metrics.add(target.metric())));
        List<Stretch> stretches = new ArrayList<>();
        for (int slot = 0; slot < days.size(); slot++) {
            SourceDay day = days.get(slot);
            TimeRange range = entry.participant().zones().day(day.date());
            for (SeriesInfo info : entry.series()) {
                if (info.source().equals(day.source()) && metrics.contains(info.metric())) {
                    stretches.add(new Stretch(slot, info.id(), range.startMillis(), range.endMillis()));
                }
            }
        }
        return states.lastSamples(stretches).map(last -> {
            Map<SourceDay, Instant> ends = new HashMap<>();
            for (int slot = 0; slot < days.size(); slot++) {
                TimeRange range = entry.participant().zones().day(days.get(slot).date());
                Instant sample = last.get(slot);
                Instant end = sample == null
                        ? range.start()
                        : sample.truncatedTo(ChronoUnit.MINUTES).plusSeconds(MINUTE);
                if (end.isBefore(range.end())) {
                    ends.put(days.get(slot), end);
                }
            }
            return ends;
        });
    }
}
