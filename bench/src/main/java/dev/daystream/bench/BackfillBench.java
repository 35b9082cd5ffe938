package dev.daystream.bench;

import dev.daystream.Wiring;
import dev.daystream.model.Trigger;
import dev.daystream.ops.SimulatorProcess;
import java.util.concurrent.atomic.AtomicLong;

/** How fast the first start brings in its days, from the simulator's process to the commit. */
final class BackfillBench {
    private final Bench bench;
    private final Report report;

    BackfillBench(Bench bench, Report report) {
        this.bench = bench;
        this.report = report;
    }

    void run() throws Exception {
        AtomicLong samples = new AtomicLong();
        AtomicLong days = new AtomicLong();
        try (SimulatorProcess simulator = SimulatorProcess.start(bench.settings(), 0)) {
            Wiring.Fetching fetching = bench.wiring().fetching(simulator.address(), ending -> {
                samples.addAndGet(ending.samples());
                days.incrementAndGet();
            });
            long begin = System.nanoTime();
            Bench.await(fetching.firstStart().prepare());
            Bench.await(fetching.schedule().takeDue(Trigger.FIRST_START));
            double seconds = (System.nanoTime() - begin) / 1e9;
            report.atLeast(
                    "first start, samples per second end to end",
                    samples.get() / seconds,
                    60_000,
                    "%,d samples of %d participant-days in %.1f s".formatted(samples.get(), days.get(), seconds));
            Bench.await(fetching.source().close());
        }
    }
}
