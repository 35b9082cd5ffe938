package dev.daystream.store;

import static dev.daystream.store.TestDatabase.await;

import dev.daystream.model.Delivery;
import dev.daystream.model.ParsedDay;
import dev.daystream.model.Participant;
import dev.daystream.model.Run;
import dev.daystream.model.SeriesSamples;
import dev.daystream.model.SleepSession;
import dev.daystream.model.SleepStage;
import dev.daystream.model.SleepStage.Level;
import dev.daystream.model.TimeRange;
import dev.daystream.model.Trigger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/** Deliveries made up from a seed: two sources, holes, days without data, nights without a record, naps, samples close to midnight. */
final class RandomDeliveries {
    static final List<String> TYPES = List.of("heart_rate", "steps", "hrv", "sleep");
    private static final int HOUR = 3_600;

    private final DayFixture fixture;
    private final long seed;

    /**
     * One delivery of one source.
     *
     * @param source key of the source
     * @param type data type
     * @param date local day
     * @param revision content changes with it
     */
    record Packet(String source, String type, LocalDate date, int revision) {}

    RandomDeliveries(DayFixture fixture, long seed) {
        this.fixture = fixture;
        this.seed = seed;
    }

    /** Delivers to a participant; two participants with the same packet have the same data. */
    void deliver(Participant whose, Packet packet) {
        TimeRange day = whose.zones().day(packet.date());
        Random random = new Random(Objects.hash(seed, packet));
        List<SeriesSamples> series = new ArrayList<>();
        List<SleepSession> sleep = new ArrayList<>();
        switch (packet.type()) {
            case "heart_rate" -> series.add(heartRate(packet, day, random));
            case "steps" -> series.add(steps(packet, day, random));
            case "hrv" -> series.add(variability(day, random));
            default -> sleep.addAll(sleeps(day, random));
        }
        ParsedDay parsed = new ParsedDay(day, series, List.of(), sleep, List.of(), List.of(), List.of(), 0);
        Run run = new Run(
                new Delivery(whose.id(), packet.source(), packet.type(), packet.date()),
                Trigger.MANUAL,
                Instant.now(),
                1,
                1,
                10L,
                1,
                "lake/x");
        List<String> owned = series.stream().map(SeriesSamples::metric).toList();
        await(fixture.store.replace(run, new DayStore.Content("r" + Objects.hash(seed, packet), 1, owned, parsed)));
    }

    private static SeriesSamples heartRate(Packet packet, TimeRange day, Random random) {
        boolean isCoarse = packet.source().equals("fitabase");
        List<Long> times = new ArrayList<>();
        int share = random.nextInt(10);
        long at = day.startMillis() + 1_000L * random.nextInt(10);
        // One day in ten is empty, one in three has a hole of some hours.
        long hole = share < 4 ? day.startMillis() + 1_000L * random.nextInt(20 * HOUR) : Long.MAX_VALUE;
        while (share > 0 && at < day.endMillis()) {
            if (at > hole) {
                at += 1_000L * random.nextInt(9 * HOUR);
                hole = Long.MAX_VALUE;
            } else {
                times.add(at);
                // Close enough that the last sample of a day and the first of the next would be neighbours.
                at += isCoarse ? 60_000 : 1_000L * (5 + random.nextInt(random.nextInt(6) == 0 ? 80 : 12));
            }
        }
        times.removeIf(time -> time >= day.endMillis());
        return series("heart_rate", isCoarse ? 60 : 5, times, time -> 45 + random.nextInt(110));
    }

    private static SeriesSamples steps(Packet packet, TimeRange day, Random random) {
        List<Long> times = new ArrayList<>();
        long until = random.nextInt(5) == 0 ? day.startMillis() + 1_000L * random.nextInt(24 * HOUR) : day.endMillis();
        for (long at = day.startMillis(); at < Math.min(until, day.endMillis()); at += 60_000) {
            times.add(at);
        }
        boolean still = packet.source().equals("fitabase") && random.nextInt(3) == 0;
        return series("steps", 60, times, time -> still || (time / 3_600_000) % 4 > 0 ? 0 : random.nextInt(150));
    }

    private static SeriesSamples variability(TimeRange day, Random random) {
        List<Long> times = new ArrayList<>();
        for (long at = day.startMillis(); at < day.endMillis(); at += 300_000) {
            long hour = (at - day.startMillis()) / 3_600_000;
            if ((hour < 9 || hour > 20) && random.nextInt(8) > 0) {
                times.add(at);
            }
        }
        return series("hrv_rmssd", 300, times, time -> 15 + random.nextInt(80));
    }

    private static List<SleepSession> sleeps(TimeRange day, Random random) {
        List<SleepSession> sleeps = new ArrayList<>();
        if (random.nextInt(7) > 0) {
            sleeps.add(session(
                    "night",
                    day.startMillis() + 60_000L * (random.nextInt(240) - 180),
                    300 + random.nextInt(240),
                    true,
                    random));
        }
        if (random.nextInt(3) == 0) {
            sleeps.add(session(
                    "nap",
                    day.startMillis() + 60_000L * (780 + random.nextInt(200)),
                    20 + random.nextInt(120),
                    false,
                    random));
        }
        return sleeps;
    }

    private static SleepSession session(String id, long start, int minutes, boolean main, Random random) {
        Instant from = Instant.ofEpochMilli(start);
        int awake = random.nextInt(3) == 0 ? 0 : random.nextInt(15);
        List<SleepStage> stages = new ArrayList<>();
        if (awake > 0) {
            stages.add(new SleepStage(from, 60 * awake, Level.WAKE));
        }
        stages.add(new SleepStage(from.plusSeconds(60L * awake), 60 * (minutes - awake), Level.LIGHT));
        Instant to = from.plusSeconds(60L * minutes);
        return new SleepSession(
                id + start, from, to, main, false, minutes - awake, awake, minutes, null, null, stages, List.of());
    }

    private static SeriesSamples series(
            String metric, int cadence, List<Long> times, java.util.function.LongToDoubleFunction value) {
        float[] values = new float[times.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) value.applyAsDouble(times.get(i));
        }
        return new SeriesSamples(
                metric, cadence, times.stream().mapToLong(Long::longValue).toArray(), values);
    }
}
