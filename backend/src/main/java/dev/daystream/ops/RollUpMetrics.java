package dev.daystream.ops;

import dev.daystream.ingest.Upkeep;
import dev.daystream.ingest.Upkeep.Verified;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** Tells Prometheus how the roll-ups do. */
public final class RollUpMetrics {
    private RollUpMetrics() {}

    /** Registers the figures; those of a check are absent before the first. */
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
        Gauge.builder("daystream.verify.differences", upkeep, of -> {
                    Verified last = of.verified();
                    return last == null ? Double.NaN : (double) last.differences();
                })
                .description("Buckets of roll-ups that did not agree with the samples at the last check")
                .register(registry);
        Gauge.builder("daystream.verify.last.success.seconds", upkeep, of -> {
                    Verified last = of.verified();
                    return last == null ? Double.NaN : (double) last.at().getEpochSecond();
                })
                .description("When the last check came to its end, in seconds since 1970")
                .register(registry);
    }
}
