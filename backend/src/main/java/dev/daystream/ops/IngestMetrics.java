package dev.daystream.ops;

import dev.daystream.ingest.DayEnding;
import dev.daystream.ingest.Progress;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;

/** Counts, for Prometheus, what is taken in. No label names a participant. */
public final class IngestMetrics implements Progress {
    private final MeterRegistry registry;
    private final Counter samples;
    private final Counter failures;
    private final AtomicLong lastDay;

    public IngestMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.samples = registry.counter("daystream.ingest.samples");
        this.failures = registry.counter("daystream.ingest.failed.runs");
        this.lastDay = registry.gauge("daystream.ingest.last.day.timestamp.seconds", new AtomicLong());
    }

    @Override
    public void day(DayEnding ending) {
        registry.counter("daystream.ingest.days", "worst", ending.worst().name().toLowerCase(java.util.Locale.ROOT))
                .increment();
        samples.increment((double) ending.samples());
        failures.increment(ending.failures());
        if (ending.worst().isFinal()) {
            lastDay.set(System.currentTimeMillis() / 1000);
        }
    }
}
