package dev.daystream.http;

import dev.daystream.store.Seed;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/** A participant with series of random holes, and a count of their coverage that goes sample by sample. */
final class ZoomSeed {
    static final long MINUTE = 60_000;
    static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final long BASE = Instant.parse("2026-03-10T00:00:00Z").toEpochMilli();
    private static final List<String> ZONES = List.of(
            "UTC", "Europe/Berlin", "Asia/Kolkata", "Asia/Kathmandu", "Australia/Lord_Howe", "America/New_York");

    /**
     * A series and the times of its samples in order.
     *
     * @param limited whether only what was worn is present
     */
    record Sampled(String metric, int cadence, boolean limited, List<Long> times) {}

    /** What is there and what should be. */
    record Count(long present, long expected) {}

    private final Random random;
    private final Seed seed;
    final long participant;
    final String zone;
    final long from;
    final long to;
    final List<Sampled> series = new ArrayList<>();
    private final List<long[]> worn = new ArrayList<>();

    /** Plants everything; without heart rate nothing tells wear. */
    ZoomSeed(Seed seed, Random random, boolean heart, String source) {
        this.random = random;
        this.seed = seed;
        zone = ZONES.get(random.nextInt(ZONES.size()));
        participant = seed.participant("zoom", zone);
        from = BASE + random.nextInt(20) * DAY;
        to = from + 3 * DAY;
        if (heart) {
            plant("heart_rate", source, 5, 5 + random.nextInt(3) * 5, 1, false);
            wear(series.get(0).times());
        }
        plant("steps", source, 60, 60, MINUTE, heart);
        plant(
                "calories",
                source,
                source.equals("fitabase") ? 3_600 : 60,
                source.equals("fitabase") ? 3_600 : 60,
                MINUTE,
                heart);
        plant("hrv_rmssd", source, 300, 300, 1, false);
        LocalDate first = LocalDate.ofInstant(Instant.ofEpochMilli(from), ZoneId.of(zone));
        for (int day = -1; day <= 4; day++) {
            for (String type : List.of("heart_rate", "steps", "calories", "hrv")) {
                if (heart || !type.equals("heart_rate")) {
                    seed.delivery(participant, source, type, first.plusDays(day).toString(), 100);
                }
            }
        }
    }

    /** Plants a series that is there for a while and away for a while. */
    private void plant(String metric, String source, int cadence, int seconds, long align, boolean limited) {
        int id = seed.series(participant, metric, source, cadence);
        List<Long> times = new ArrayList<>();
        for (long at = from; at < to; ) {
            long start = Math.max(from, (at + align - 1) / align * align);
            long end = Math.min(to, start + between(20 * MINUTE, 12 * HOUR));
            for (long time = start; time < end; time += seconds * 1_000L) {
                times.add(time);
            }
            seed.run(
                    "INSERT INTO sample (ts, series_id, value) SELECT to_timestamp(t / 1000.0), ?, 1 + t % 7"
                            + " FROM generate_series(?::bigint, ?::bigint - 1, ?::bigint) AS t",
                    id, start, end, seconds * 1_000L);
            at = Math.max(end, times.get(times.size() - 1) + seconds * 1_000L)
                    + between(MINUTE, random.nextInt(4) == 0 ? 5 * HOUR : 30 * MINUTE);
        }
        seed.rollUp(id);
        series.add(new Sampled(metric, cadence, limited, times));
    }

    long between(long least, long most) {
        return least + (long) (random.nextDouble() * (most - least));
    }

    /** Minutes with heart rate that are at most 10 others apart make a stretch; fewer than 3 of them make none. */
    private void wear(List<Long> times) {
        List<Long> minutes =
                List.copyOf(new TreeSet<>(times.stream().map(ZoomSeed::minute).toList()));
        for (int first = 0, next; first < minutes.size(); first = next) {
            next = first + 1;
            while (next < minutes.size() && minutes.get(next) - minutes.get(next - 1) <= 11 * MINUTE) {
                next++;
            }
            if (next - first >= 3) {
                worn.add(new long[] {minutes.get(first), minutes.get(next - 1) + MINUTE});
            }
        }
    }

    /** Counts what a range has and what it should have. */
    Count count(Sampled sampled, long start, long end) {
        boolean minutes = sampled.cadence() <= 60;
        long firstMinute = (start + MINUTE - 1) / MINUTE * MINUTE;
        long lastMinute = end / MINUTE * MINUTE;
        long present = sampled.times().stream()
                .filter(time -> minutes ? time >= firstMinute && time < lastMinute : time >= start && time < end)
                .map(time -> minutes ? minute(time) : time)
                .distinct()
                .filter(time -> !sampled.limited() || isWorn(time))
                .count();
        long expected =
                minutes ? Math.max(0, lastMinute - firstMinute) / MINUTE : (end - start) / 1_000 / sampled.cadence();
        // More samples than expected are no more than all of them.
        return new Count(Math.min(present, expected), expected);
    }

    private boolean isWorn(long time) {
        return worn.stream().anyMatch(stretch -> time >= stretch[0] && time < stretch[1]);
    }

    private static long minute(long time) {
        return Math.floorDiv(time, MINUTE) * MINUTE;
    }
}
