package dev.daystream.bench;

import dev.daystream.config.DatabaseSettings;
import java.util.List;

/**
 * Prints every figure of docs/benchmarks.md; takes about two minutes. Those of TimescaleDB are made on the server that
 * {@code DAYSTREAM_BENCH_DATABASE_URL} names, in a database of their own. The argument {@code study} makes those of the study desk alone.
 */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws Exception {
        Report report = new Report(System.out);
        String server = System.getenv("DAYSTREAM_BENCH_DATABASE_URL");
        if (server == null) {
            if (!List.of(arguments).equals(List.of("study"))) {
                engine(report);
            }
            try (Bench bench = Bench.embedded()) {
                new StudyBench(bench, report).run();
            }
        } else {
            try (Bench bench = Bench.on(DatabaseSettings.parse(server))) {
                new TimescaleBench(bench, report).run();
            }
        }
        System.exit(report.missed() == 0 ? 0 : 6);
    }

    private static void engine(Report report) throws Exception {
        new ParseBench(report).run();
        try (Bench bench = Bench.embedded()) {
            StoreBench store = new StoreBench(bench, report);
            store.againstCopy();
            store.unchanged();
        }
        try (Bench bench = Bench.embedded()) {
            new BackfillBench(bench, report).run();
        }
    }
}
