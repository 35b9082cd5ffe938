package dev.daystream.ingest;

import static dev.daystream.store.TestDatabase.await;

import dev.daystream.metrics.Catalog;
import dev.daystream.metrics.Payload;
import dev.daystream.model.Delivery;
import dev.daystream.model.ParsedDay;
import dev.daystream.model.Participant;
import dev.daystream.model.Run;
import dev.daystream.model.SeriesSamples;
import dev.daystream.model.SleepSession;
import dev.daystream.model.TimeRange;
import dev.daystream.model.Trigger;
import dev.daystream.store.DayFixture;
import dev.daystream.store.DayStore;
import dev.daystream.store.ParticipantStore;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/** Somebody whose days are delivered with gaps at will. */
final class GappyDays {
    private static final Catalog CATALOG = Catalog.bundled();
    private static int number;

    final DayFixture fixture;
    final Participant participant;

    GappyDays(DayFixture fixture, String zone) {
        this.fixture = fixture;
        String name = "G" + ++number;
        participant = await(new ParticipantStore(fixture.database).create(name, name, ZoneId.of(zone)));
    }

    TimeRange day(LocalDate date) {
        return participant.zones().day(date);
    }

    /** Returns a time of a local day, from so many minutes after its start. */
    TimeRange gap(LocalDate date, int fromMinute, int minutes) {
        long start = day(date).startMillis() + fromMinute * 60_000L;
        return TimeRange.ofMillis(start, start + minutes * 60_000L);
    }

    /** Delivers a day with a sample a minute, or one each {@code cadence} seconds, that rises with the minute of the day; none in the gaps. */
    DayStore.Outcome deliver(String metric, LocalDate date, int cadence, String hash, TimeRange... gaps) {
        long[] times = times(day(date), cadence, gaps);
        float[] values = new float[times.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = 60 + (times[i] - day(date).startMillis()) / 600_000f;
        }
        String type = CATALOG.payloadsWith("fitbit", metric).get(0).key();
        return replace(type, date, hash, List.of(new SeriesSamples(metric, cadence, times, values)), List.of());
    }

    /** Delivers heart rate and steps. */
    void deliver(LocalDate date, String hash, TimeRange... gaps) {
        deliver("heart_rate", date, 60, hash, gaps);
        deliver("steps", date, 60, hash, gaps);
    }

    /** Delivers the night that ended on a date. */
    DayStore.Outcome sleep(LocalDate date, String hash, TimeRange... nights) {
        List<SleepSession> sessions = Arrays.stream(nights)
                .map(night -> new SleepSession(
                        "s" + night.startMillis(),
                        night.start(),
                        night.end(),
                        true,
                        false,
                        1,
                        1,
                        2,
                        null,
                        null,
                        List.of(),
                        List.of()))
                .toList();
        return replace("sleep", date, hash, List.of(), sessions);
    }

    private DayStore.Outcome replace(
            String type, LocalDate date, String hash, List<SeriesSamples> series, List<SleepSession> sleep) {
        Run run = new Run(
                new Delivery(participant.id(), "fitbit", type, date),
                Trigger.MANUAL,
                Instant.now(),
                1,
                1,
                10L,
                1,
                "lake/x");
        ParsedDay day = new ParsedDay(day(date), series, List.of(), sleep, List.of(), List.of(), List.of(), 0);
        Payload payload = CATALOG.payload("fitbit", type);
        return await(fixture.store.replace(
                run,
                new DayStore.Content(
                        hash,
                        1,
                        payload.series().values().stream()
                                .map(Payload.Target::metric)
                                .toList(),
                        day)));
    }

    /** Lets the deliveries of a day look as if they had come at some instant. */
    void deliveredAt(LocalDate date, String instant) {
        fixture.run("UPDATE delivery SET delivered_at = '" + instant + "' WHERE participant_id = " + participant.id()
                + " AND local_date = '" + date + "'");
    }

    private static long[] times(TimeRange day, int cadence, TimeRange... gaps) {
        return LongStream.iterate(day.startMillis(), at -> at < day.endMillis(), at -> at + cadence * 1_000L)
                .filter(at -> Arrays.stream(gaps).noneMatch(gap -> gap.contains(at)))
                .toArray();
    }
}
