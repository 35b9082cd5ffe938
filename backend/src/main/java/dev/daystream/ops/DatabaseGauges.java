package dev.daystream.ops;

import dev.daystream.store.SourceLagReader;
import dev.daystream.store.SourceLagReader.SourceLag;
import dev.daystream.store.VerificationLog;
import dev.daystream.store.VerificationLog.Ended;
import io.micrometer.core.instrument.Gauge;
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
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks the database every few seconds, for Prometheus, whether it answers, how far behind each source is, and how the last check of roll-ups ended. */
public final class DatabaseGauges implements AutoCloseable {
    private static final long EVERY_MILLIS = 15_000;
    /** What waits for a person, or for nothing any more, does not count as being late. */
    private static final Set<String> WAITS_FOR_A_PERSON = Set.of("needs-consent", "gone", "ended");

    private final Vertx vertx;
    private final SourceLagReader sources;
    private final VerificationLog verifications;
    private final AtomicReference<@Nullable Ended> verified = new AtomicReference<>();
    private final AtomicInteger up;
    private final MultiGauge lag;
    private final MultiGauge participants;
    private final long timer;

    /** Begins to ask. */
    public DatabaseGauges(MeterRegistry registry, Vertx vertx, SourceLagReader sources, VerificationLog verifications) {
        this.vertx = vertx;
        this.sources = sources;
        this.verifications = verifications;
        this.up = registry.gauge("daystream.database.up", new AtomicInteger(1));
        this.lag = MultiGauge.builder("daystream.source.lag")
                .description(
                        "How long the day that has been due longest has been due; days that wait for a person are left out")
                .baseUnit("seconds")
                .register(registry);
        this.participants = MultiGauge.builder("daystream.source.participants")
                .description("Participants of a source, by the state of their next day")
                .register(registry);
        verified(
                registry,
                "differences",
                "Buckets of roll-ups that did not agree with the samples at the last check",
                one -> (double) one.remaining());
        verified(registry, "last.success.seconds", "When the last check came to its end, in seconds since 1970", one ->
                (double) one.endedAt().getEpochSecond());
        this.timer = vertx.setPeriodic(0, EVERY_MILLIS, tick -> ask());
    }

    /** Absent before the first check ever. */
    private void verified(MeterRegistry registry, String name, String description, ToDoubleFunction<Ended> figure) {
        Gauge.builder("daystream.verify." + name, verified, of -> {
                    Ended last = of.get();
                    return last == null ? Double.NaN : figure.applyAsDouble(last);
                })
                .description(description)
                .register(registry);
    }

    /** Asks once; done when the gauges tell what the database said. */
    Future<Void> ask() {
        return sources.read()
                .onSuccess(this::tell)
                .compose(lags -> verifications.last())
                .onSuccess(last -> verified.set(last.ended()))
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
