package dev.daystream.ops;

import dev.daystream.ingest.JobWatch;
import dev.daystream.model.JobState;
import dev.daystream.store.JobReader.Open;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Tells Prometheus how many jobs wait, run and have ended. */
public final class JobMetrics implements JobWatch {
    private final MeterRegistry registry;
    private final Map<String, AtomicLong> open = new HashMap<>();

    /**
     * Begins to tell, with zeros.
     *
     * @param kinds keys of all kinds that there are
     */
    public JobMetrics(MeterRegistry registry, List<String> kinds) {
        this.registry = registry;
        for (String kind : kinds) {
            Stream.of(JobState.values()).filter(JobState::isEnded).forEach(state -> endedIn(kind, state));
            Stream.of(JobState.values()).filter(state -> !state.isEnded()).forEach(state -> {
                AtomicLong jobs = new AtomicLong();
                open.put(kind + "/" + state, jobs);
                Gauge.builder("daystream.jobs.open", jobs, AtomicLong::get)
                        .description("Jobs that wait or run, by kind and state")
                        .tags("kind", kind, "state", state.key())
                        .register(registry);
            });
        }
    }

    @Override
    public void ended(String kind, JobState state) {
        endedIn(kind, state).increment();
    }

    @Override
    public void open(List<Open> now) {
        Map<String, Long> counts = new HashMap<>();
        now.forEach(one -> counts.put(one.kind() + "/" + one.state(), one.jobs()));
        open.forEach((key, jobs) -> jobs.set(counts.getOrDefault(key, 0L)));
    }

    private Counter endedIn(String kind, JobState state) {
        return Counter.builder("daystream.jobs.ended")
                .description("Jobs that came to an end since the service started, by kind and how they ended")
                .tags("kind", kind, "state", state.key())
                .register(registry);
    }
}
