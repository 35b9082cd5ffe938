package dev.daystream.bench;

import dev.daystream.metrics.Payload;
import dev.daystream.model.Delivery;
import dev.daystream.model.ParsedDay;
import dev.daystream.model.Participant;
import dev.daystream.model.Run;
import dev.daystream.model.SeriesSamples;
import dev.daystream.model.TimeRange;
import dev.daystream.model.Trigger;
import dev.daystream.source.PayloadParser;
import dev.daystream.source.fitbit.FitbitParsers;
import dev.daystream.store.DayStore;
import java.io.StringReader;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.postgresql.PGConnection;

/** How fast days are put in place, against a bare copy of the same rows. */
final class StoreBench {
    private static final LocalDate FIRST = LocalDate.parse("2020-01-01");
    private static final int WARM_UP = 4;
    private static final int ROUNDS = 15;

    private final Bench bench;
    private final Report report;

    StoreBench(Bench bench, Report report) {
        this.bench = bench;
        this.report = report;
    }

    /** Committed day with roll-ups ÷ the same rows by COPY into the same table. */
    void againstCopy() throws Exception {
        Participant dense = participant("dense");
        Participant typical = participant("typical");
        int series = against(dense, "a committed day of 86,400 ÷ copy of the same rows", 1);
        against(typical, "a committed day of 9,600 ÷ copy of the same rows", 9);
        new HttpBench(bench, report).run(dense, series, FIRST);
    }

    private int against(Participant participant, String what, int everySeconds) throws Exception {
        try (Connection connection = bench.connection()) {
            var copy = connection.unwrap(PGConnection.class).getCopyAPI();
            int[] rows = {0};
            int series = number(connection, participant, everySeconds);
            String[] texts = new String[WARM_UP + ROUNDS];
            for (int i = 0; i < texts.length; i++) {
                texts[i] = text(samples(participant, FIRST.plusDays(2L * i + 1), everySeconds), series);
            }
            Sides sides = Sides.takeTurns(
                    WARM_UP,
                    ROUNDS,
                    round -> {
                        LocalDate date = FIRST.plusDays(2L * (round + WARM_UP));
                        rows[0] = put(participant, date, everySeconds);
                    },
                    round -> {
                        try {
                            copy.copyIn(
                                    "COPY sample (ts, series_id, value) FROM STDIN",
                                    new StringReader(texts[round + WARM_UP]));
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    });
            double ratio = sides.secondMedian() / sides.firstMedian();
            String words = "%.0f ms with roll-ups, %.0f ms copy, %,.0f samples/s"
                    .formatted(sides.firstMedian(), sides.secondMedian(), 1000.0 * rows[0] / sides.firstMedian());
            if (everySeconds == 1) {
                report.atLeast(what, ratio, 0.7, words);
            } else {
                report.note(what, ratio, words);
            }
            return series;
        }
    }

    /** Returns the number of the participant's series, which the first day has made. */
    private int number(Connection connection, Participant participant, int everySeconds) throws Exception {
        put(participant, FIRST.minusDays(7), everySeconds);
        try (var statement = connection.createStatement();
                var found =
                        statement.executeQuery("SELECT id FROM series WHERE participant_id = " + participant.id())) {
            found.next();
            return found.getInt(1);
        }
    }

    private int put(Participant participant, LocalDate date, int everySeconds) {
        SeriesSamples samples = samples(participant, date, everySeconds);
        put(bench, participant, date, "h" + date, samples);
        return samples.size();
    }

    /** Puts a day of a heart in place. */
    static void put(Bench bench, Participant participant, LocalDate date, String hash, SeriesSamples samples) {
        ParsedDay day = new ParsedDay(
                participant.zones().day(date),
                List.of(samples),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                0);
        Run run = new Run(
                new Delivery(participant.id(), "fitbit", "heart_rate", date),
                Trigger.MANUAL,
                Instant.now(),
                0,
                0,
                0L,
                1,
                null);
        Bench.await(bench.wiring().days().replace(run, new DayStore.Content(hash, 1, List.of("heart_rate"), day)));
    }

    /** The same payload again ÷ a fresh one, from bytes to commit. */
    void unchanged() {
        Payload payload = bench.wiring().catalog().payload("fitbit", "heart_rate");
        PayloadParser parser = FitbitParsers.of(payload);
        Participant participant = participant("unchanged");
        byte[][] payloads = new byte[WARM_UP + ROUNDS][];
        for (int i = 0; i < payloads.length; i++) {
            payloads[i] = HeartPayload.of(FIRST.plusDays(i), 9, i);
        }
        Sides sides = Sides.takeTurns(
                WARM_UP,
                ROUNDS,
                round -> {
                    LocalDate date = FIRST.plusDays(round + WARM_UP);
                    deliver(participant, payload, parser, date, payloads[round + WARM_UP]);
                },
                round -> {
                    deliver(participant, payload, parser, FIRST, payloads[0]);
                });
        report.atMost(
                "unchanged re-delivery ÷ fresh delivery",
                sides.secondMedian() / sides.firstMedian(),
                0.1,
                "%.1f ms, %.1f ms".formatted(sides.secondMedian(), sides.firstMedian()));
    }

    private void deliver(Participant participant, Payload payload, PayloadParser parser, LocalDate date, byte[] bytes) {
        Bench.await(bench.wiring().deliveries().take(participant, payload, date, Trigger.MANUAL, parser, 1, bytes));
    }

    private Participant participant(String name) {
        return Bench.await(bench.wiring().participants().create("bench-" + name, name, ZoneId.of("UTC")));
    }

    static SeriesSamples samples(Participant participant, LocalDate date, int everySeconds) {
        TimeRange day = participant.zones().day(date);
        Random random = new Random(date.toEpochDay());
        int count = (int) (day.length().toSeconds() / everySeconds);
        long[] times = new long[count];
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            times[i] = day.startMillis() + 1000L * i * everySeconds;
            values[i] = 50 + random.nextInt(100);
        }
        return new SeriesSamples("heart_rate", everySeconds, times, values);
    }

    static String text(SeriesSamples samples, int series) {
        StringBuilder text = new StringBuilder(samples.size() * 32);
        for (int i = 0; i < samples.size(); i++) {
            text.append(Instant.ofEpochMilli(samples.times()[i]))
                    .append('\t')
                    .append(series)
                    .append('\t')
                    .append(samples.values()[i])
                    .append('\n');
        }
        return text.toString();
    }
}
