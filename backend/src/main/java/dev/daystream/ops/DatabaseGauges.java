package dev.daystream.ops;

import dev.daystream.store.SourceLagReader;
import dev.daystream.store.SourceLagReader.SourceLag;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Asks the database every few seconds, for Prometheus, whether it answers and how far behind each source is. */
public final class DatabaseGauges implements AutoCloseable {
    private static final long EVERY_MILLIS = 15_000;
    /** What waits for a person, or for nothing any more, does not count as being late. */
    private static final Set<String> WAITS_FOR_A_PERSON = Set.of("needs-consent", "gone", "ended");

    private final Vertx vertx;
    private final SourceLagReader sources;
    private final AtomicInteger up;
    private final MultiGauge lag;
    private final MultiGauge participants;
    private final long timer;

    /** Begins to ask. */
    public DatabaseGauges(MeterRegistry registry, Vertx vertx, SourceLagReader sources) {
        this.vertx = vertx;
        this.sources = sources;
        this.up = registry.gauge("daystream.database.up", new AtomicInteger(1));
        this.lag = MultiGauge.builder("daystream.source.lag")
                .description(
                        "How long the day that has been due longest has been due; days that wait for a person are left out")
                .baseUnit("seconds")
                .register(registry);
        this.participants = MultiGauge.builder("daystream.source.participants")
                .description("Participants of a source, by the state of their next day")
                .register(registry);
        this.timer = vertx.setPeriodic(0, EVERY_MILLIS, tick -> ask());
    }

    /** Asks once; done when the gauges tell what the database said. */
    Future<Void> ask() {
        return sources.read()
                .onSuccess(this::tell)
                .onComplete(answered -> up.set(answered.succeeded() ? 1 : 0))
                .otherwiseEmpty()
                .mapEmpty();
    }

    private void tell(List<SourceLag> lags) {
        Map<String, Double> longest = lags.stream()
                .collect(Collectors.toMap(
                        SourceLag::source,
                        one -> WAITS_FOR_A_PERSON.contains(one.state()) ? 0 : one.lagSeconds(),
                        Math::max));
        lag.register(
                longest.entrySet().stream()
                        .map(one -> Row.of(Tags.of("source", one.getKey()), one.getValue()))
                        .collect(Collectors.toList()),
                true);
        participants.register(
                lags.stream()
                        .map(one -> Row.of(Tags.of("source", one.source(), "state", one.state()), one.participants()))
                        .collect(Collectors.toList()),
                true);
    }

    /** Asks no more. */
    @Override
    public void close() {
        vertx.cancelTimer(timer);
    }
}
