package dev.daystream.store;

import static dev.daystream.store.TestDatabase.await;

import dev.daystream.config.DatabaseSettings;
import dev.daystream.metrics.Catalog;
import dev.daystream.model.DailyValue;
import dev.daystream.model.Delivery;
import dev.daystream.model.ParsedDay;
import dev.daystream.model.Participant;
import dev.daystream.model.Run;
import dev.daystream.model.SeriesSamples;
import dev.daystream.model.TimeRange;
import dev.daystream.model.Trigger;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;

/** A store on a fresh database with one participant, and days made up for it. */
public final class DayFixture implements AutoCloseable {
    public final Vertx vertx = Vertx.vertx();
    public final DatabaseSettings settings = TestDatabase.create();
    public final Database database = Database.open(vertx, settings);
    public final MetricIds metrics = new MetricIds(Catalog.bundled());
    public final SourceIds sources = new SourceIds(database);
    public final RunStore runs = new RunStore(database, sources);
    public final DayStore store = new DayStore(database, new SeriesIds(database, metrics), sources, metrics);
    public final Participant participant;

    /** Makes it, with somebody who lives in a zone. */
    public DayFixture(String zone) {
        await(metrics.publish(database));
        participant = await(new ParticipantStore(database).create("X1", "Xenia", ZoneId.of(zone)));
    }

    Run run(String dataType, LocalDate date) {
        return new Run(
                new Delivery(participant.id(), "fitbit", dataType, date),
                Trigger.MANUAL,
                Instant.now(),
                1,
                1,
                10L,
                1,
                "lake/x");
    }

    DayStore.Outcome deliver(String dataType, LocalDate date, String hash, SeriesSamples... series) {
        TimeRange range = participant.zones().day(date);
        return await(store.replace(run(dataType, date), content(hash, range, series)));
    }

    public static DayStore.Content content(String hash, TimeRange range, SeriesSamples... series) {
        List<SeriesSamples> columns = List.of(series);
        ParsedDay day = new ParsedDay(
                range,
                columns,
                List.of(new DailyValue("daily_steps", 17)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                0);
        return new DayStore.Content(
                hash, 1, columns.stream().map(SeriesSamples::metric).toList(), day);
    }

    /** Samples of a metric all over a range, every {@code everySeconds}. */
    public static SeriesSamples samples(String metric, TimeRange range, int everySeconds, long seed) {
        Random random = new Random(seed);
        int count = (int) (range.length().toSeconds() / everySeconds);
        long[] times = new long[count];
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            times[i] = range.startMillis() + 1000L * i * everySeconds;
            values[i] = 50 + random.nextInt(100);
        }
        return new SeriesSamples(metric, everySeconds, times, values);
    }

    /** The one number that a query gives. */
    public long number(String sql) {
        return await(database.query(sql)).iterator().next().getLong(0);
    }

    /** The texts that a query gives, in one column. */
    public List<String> texts(String sql) {
        List<String> texts = new java.util.ArrayList<>();
        await(database.query(sql)).forEach(row -> texts.add(row.getString(0)));
        return texts;
    }

    /** Runs a statement. */
    public void run(String sql) {
        await(database.query(sql));
    }

    @Override
    public void close() {
        await(database.close());
        await(vertx.close());
        TestDatabase.drop(settings);
    }
}
