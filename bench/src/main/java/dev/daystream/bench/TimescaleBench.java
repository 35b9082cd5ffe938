package dev.daystream.bench;

import dev.daystream.model.Participant;
import dev.daystream.model.SeriesSamples;
import dev.daystream.model.TimeRange;
import dev.daystream.simulator.world.HeartSamples;
import dev.daystream.simulator.world.Person;
import dev.daystream.simulator.world.World;
import dev.daystream.store.SizeReader;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.postgresql.PGConnection;

/** What the columnstore does for writing, for room on disk and for reading. */
final class TimescaleBench {
    private static final LocalDate FIRST = LocalDate.parse("2024-01-01");
    private static final int WARM_UP = 4;
    private static final int ROUNDS = 15;
    private static final int DAYS_ON_DISK = 28;
    private static final int PEOPLE_ON_DISK = 10;

    private final Bench bench;
    private final Report report;

    TimescaleBench(Bench bench, Report report) {
        this.bench = bench;
        this.report = report;
    }

    void run() throws Exception {
        Participant dense = participant("dense");
        put(dense, FIRST.minusDays(7), 1, 0);
        try (Connection connection = bench.connection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE yardstick (ts timestamptz, series_id integer, value real, PRIMARY KEY (series_id, ts))");
            written("a fresh committed day of 86,400 ÷ \\copy into a primary key", connection, dense, 0, 1.2);
            written("a corrected day on a columnar chunk ÷ the same", connection, dense, 1, 1.0);
        }
        Bench.await(bench.wiring().refresher().run());
        new HttpBench(bench, report).run(dense, series(dense), FIRST);
        new HttpBench(bench, report).year(dense, series(dense), FIRST);
        room();
    }

    private void written(String what, Connection connection, Participant participant, int revision, double goal)
            throws Exception {
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        int series = series(participant);
        String[] texts = new String[WARM_UP + ROUNDS];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = StoreBench.text(samples(participant, FIRST.plusDays(i + 1000L * revision), 1, 0), series);
        }
        Sides sides = Sides.takeTurns(
                WARM_UP, ROUNDS, round -> put(participant, FIRST.plusDays(round + WARM_UP), 1, revision), round -> {
                    try {
                        copy.copyIn(
                                "COPY yardstick (ts, series_id, value) FROM STDIN",
                                new StringReader(texts[round + WARM_UP]));
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                });
        report.atLeast(
                what,
                sides.secondMedian() / sides.firstMedian(),
                goal,
                "%.0f ms committed, %.0f ms copy".formatted(sides.firstMedian(), sides.secondMedian()));
    }

    /** Bytes per sample of four weeks of ten hearts, and of its roll-ups, once everything has come to rest. */
    private void room() throws Exception {
        try (Connection connection = bench.connection();
                Statement statement = connection.createStatement()) {
            statement.execute("TRUNCATE sample");
            for (String rollUp : List.of("rollup_1m", "rollup_1h", "rollup_1d")) {
                statement.execute("TRUNCATE " + rollUp);
            }
            World world = new World(42, PEOPLE_ON_DISK, 5, Clock.systemUTC());
            for (Person person : world.people()) {
                Participant participant = participant("regular " + person.number());
                for (int day = 0; day < DAYS_ON_DISK; day++) {
                    LocalDate date = FIRST.plusDays(day);
                    put(
                            participant,
                            date,
                            simulated(participant, world.day(person, date).heart(), date),
                            0);
                }
            }
            Bench.await(bench.wiring().refresher().run());
            Bench.await(bench.wiring().refresher().compress());
            tidy(statement);
            SizeReader.Sizes sizes = Bench.await(new SizeReader(bench.wiring().database()).sizes());
            report.atMost(
                    "bytes per sample, a heart every 5 s, all included",
                    sizes.bytesPerSample(),
                    1.2,
                    "%,d samples in %,d bytes".formatted(sizes.samples(), sizes.sampleBytes()));
            report.atMost(
                    "bytes of its roll-ups ÷ bytes of its samples",
                    (double) sizes.rollUpBytes() / sizes.sampleBytes(),
                    1.0,
                    "%,d bytes".formatted(sizes.rollUpBytes()));
        }
    }

    private static void tidy(Statement statement) throws Exception {
        List<String> chunks = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(
                "SELECT format('%I.%I', chunk_schema, chunk_name) FROM timescaledb_information.chunks")) {
            while (rows.next()) {
                chunks.add(rows.getString(1));
            }
        }
        for (String chunk : chunks) {
            statement.execute("SELECT compress_chunk('" + chunk + "', if_not_compressed => true)");
            statement.execute("VACUUM " + chunk);
        }
    }

    private int series(Participant participant) throws Exception {
        try (Connection connection = bench.connection();
                Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery("SELECT id FROM series WHERE participant_id = " + participant.id())) {
            found.next();
            return found.getInt(1);
        }
    }

    /** The heart of a simulated person, who takes the watch off now and then. */
    private static SeriesSamples simulated(Participant participant, HeartSamples heart, LocalDate date) {
        long start = participant.zones().day(date).startMillis();
        long[] times = new long[heart.size()];
        float[] values = new float[heart.size()];
        for (int i = 0; i < times.length; i++) {
            times[i] = start + 1000L * heart.second(i);
            values[i] = heart.rate(i);
        }
        return new SeriesSamples("heart_rate", 5, times, values);
    }

    private void put(Participant participant, LocalDate date, int everySeconds, int revision) {
        put(participant, date, samples(participant, date, everySeconds, revision), revision);
    }

    private void put(Participant participant, LocalDate date, SeriesSamples samples, int revision) {
        StoreBench.put(bench, participant, date, date + "/" + revision, samples);
    }

    private Participant participant(String name) {
        return Bench.await(bench.wiring().participants().create("bench-" + name, name, ZoneId.of("UTC")));
    }

    /** A heart that wanders by a beat now and then between 50 and 150, as one does. */
    private static SeriesSamples samples(Participant participant, LocalDate date, int everySeconds, int revision) {
        TimeRange day = participant.zones().day(date);
        Random random = new Random(date.toEpochDay() * 31 + revision);
        int count = (int) (day.length().toSeconds() / everySeconds);
        long[] times = new long[count];
        float[] values = new float[count];
        int beats = 70;
        for (int i = 0; i < count; i++) {
            beats = Math.max(50, Math.min(150, beats + random.nextInt(3) - 1));
            times[i] = day.startMillis() + 1000L * i * everySeconds;
            values[i] = beats;
        }
        return new SeriesSamples("heart_rate", everySeconds, times, values);
    }
}
