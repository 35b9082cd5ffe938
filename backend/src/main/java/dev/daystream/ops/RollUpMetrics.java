package dev.daystream.ops;

import dev.daystream.ingest.Upkeep;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** Tells Prometheus what waits to be refreshed. */
public final class RollUpMetrics {
    private RollUpMetrics() {}

    /** Registers the figures. */
    public static void bind(MeterRegistry registry, Upkeep upkeep) {
        Gauge.builder("daystream.refresher.queue", upkeep, of ->
                        (double) of.backlog().days())
                .description("Days of series whose roll-ups are made from the samples until they are refreshed")
                .register(registry);
        Gauge.builder(
                        "daystream.refresher.lag.seconds",
                        upkeep,
                        of -> of.backlog().oldestSeconds())
                .description("For how long the oldest of them has been waiting")
                .register(registry);
    }
}
