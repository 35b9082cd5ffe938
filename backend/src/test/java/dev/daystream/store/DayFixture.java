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
final class DayFixture implements AutoCloseable {
    final Vertx vertx = Vertx.vertx();
    final DatabaseSettings settings = TestDatabase.create();
    final Database database = Database.open(vertx, settings);
    final MetricIds metrics = new MetricIds(Catalog.bundled());
    final SourceIds sources = new SourceIds(database);
    final RunStore runs = new RunStore(database, sources);
    final DayStore store = new DayStore(database, new SeriesIds(database, metrics), sources, metrics);
    final Participant participant;

    DayFixture(String zone) {
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

    static DayStore.Content content(String hash, TimeRange range, SeriesSamples... series) {
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
    static SeriesSamples samples(String metric, TimeRange range, int everySeconds, long seed) {
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
    long number(String sql) {
        return await(database.query(sql)).iterator().next().getLong(0);
    }

    @Override
    public void close() {
        await(database.close());
        await(vertx.close());
        TestDatabase.drop(settings);
    }
}
