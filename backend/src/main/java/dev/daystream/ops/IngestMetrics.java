package dev.daystream.ops;

import dev.daystream.ingest.DayEnding;
import dev.daystream.ingest.DayIngest;
import dev.daystream.ingest.Ending;
import dev.daystream.ingest.IngestWatch;
import dev.daystream.model.ParsedDay;
import dev.daystream.model.Run;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Counts and times, for Prometheus, what is taken in. No label names a participant. */
public final class IngestMetrics implements IngestWatch {
    private static final Duration[] TIMES = LongStream.of(
                    10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000, 60_000, 300_000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final MeterRegistry registry;
    private final Counter samples;
    private final Counter bytes;
    private final AtomicLong lastDay = new AtomicLong();

    public IngestMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.samples = registry.counter("daystream.ingest.samples");
        this.bytes =
                Counter.builder("daystream.ingest.payload").baseUnit("bytes").register(registry);
        // Counters that are there from the start: without its zero, the first increase of a counter is lost to rate().
        Arrays.stream(Ending.Kind.values()).forEach(this::days);
        Arrays.stream(Ending.Reason.values()).forEach(this::errors);
    }

    /** Tells from now on how many deliveries run and how many wait. */
    public void queue(DayIngest days) {
        Gauge.builder("daystream.ingest.running", days, DayIngest::running)
                .strongReference(true)
                .register(registry);
        Gauge.builder("daystream.ingest.queue", days, DayIngest::waiting)
                .strongReference(true)
                .register(registry);
    }

    @Override
    public void ended(Run run, Ending ending) {
        String source = run.delivery().source();
        registry.counter(
                        "daystream.ingest.runs",
                        "source",
                        source,
                        "data_type",
                        run.delivery().dataType(),
                        "result",
                        key(ending.kind()))
                .increment();
        if (ending.reason() != null) {
            errors(ending.reason()).increment();
        }
        samples.increment(ending.samples());
        Timer.builder("daystream.ingest.run")
                .description("Time of one run, from its first request to its end")
                .serviceLevelObjectives(TIMES)
                .tag("source", source)
                .register(registry)
                .record(Duration.between(run.startedAt(), java.time.Instant.now()));
        stage("fetch", run.fetchMillis());
        stage("parse", run.parseMillis());
        if (run.bytes() != null) {
            bytes.increment(run.bytes());
        }
    }

    @Override
    public void stored(Run run, ParsedDay day, Duration took) {
        stage("store", (int) took.toMillis());
        day.rejections()
                .forEach(rejection -> registry.counter(
                                "daystream.ingest.rejections",
                                "data_type",
                                run.delivery().dataType(),
                                "reason",
                                rejection.reason().key())
                        .increment());
    }

    @Override
    public void day(DayEnding ending) {
        days(ending.worst()).increment();
        if (ending.worst().isFinal() && lastDay.getAndSet(System.currentTimeMillis() / 1000) == 0) {
            // Not there before a day is: 1970 would be the wrong answer.
            Gauge.builder("daystream.ingest.last.day.timestamp.seconds", lastDay, AtomicLong::get)
                    .register(registry);
        }
    }

    private void stage(String stage, @Nullable Integer millis) {
        if (millis != null) {
            Timer.builder("daystream.ingest.stage")
                    .description("Time of one stage of a run: fetch with waits and repetitions, parse, store")
                    .serviceLevelObjectives(TIMES)
                    .tag("stage", stage)
                    .register(registry)
                    .record(Duration.ofMillis(millis));
        }
    }

    private Counter days(Ending.Kind worst) {
        return registry.counter("daystream.ingest.days", "worst", key(worst));
    }

    private Counter errors(Ending.Reason reason) {
        return registry.counter("daystream.ingest.errors", "reason", key(reason));
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
