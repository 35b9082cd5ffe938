package dev.daystream.bench;

/** Prints every figure of docs/benchmarks.md; takes about two minutes. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws Exception {
        Report report = new Report(System.out);
        new ParseBench(report).run();
        try (Bench bench = new Bench()) {
            StoreBench store = new StoreBench(bench, report);
            store.againstCopy();
            store.unchanged();
        }
        try (Bench bench = new Bench()) {
            new BackfillBench(bench, report).run();
        }
        System.exit(report.missed() == 0 ? 0 : 6);
    }
}
