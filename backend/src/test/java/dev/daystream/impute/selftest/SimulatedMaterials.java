package dev.daystream.impute.selftest;

import dev.daystream.impute.Material;
import dev.daystream.impute.MinuteGrid;
import dev.daystream.metrics.Catalog;
import dev.daystream.model.ZoneHistory;
import dev.daystream.simulator.world.DayModel;
import dev.daystream.simulator.world.Person;
import dev.daystream.simulator.world.Sleep;
import dev.daystream.simulator.world.World;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;

/** Simulated people's weeks by the minute; the four weeks hold Europe's day of 23 hours. */
final class SimulatedMaterials {
    private static final LocalDate FIRST = LocalDate.parse("2026-03-09");
    private static final int DAYS = 28;

    private SimulatedMaterials() {}

    static World world(long seed, int people) {
        return new World(seed, people, 0, Clock.fixed(Instant.parse("2027-01-01T00:00:00Z"), ZoneOffset.UTC));
    }

    /** Returns the material of heart rate, and that of steps. */
    static Map<String, Material> of(World world, Person person) {
        ZoneHistory zones = ZoneHistory.of(person.zone());
        long first = zones.startOf(FIRST).getEpochSecond() / 60;
        int length = (int) (zones.startOf(FIRST.plusDays(DAYS)).getEpochSecond() / 60 - first);
        double[] heart = new double[length];
        double[] beats = new double[length];
        double[] steps = new double[length];
        double[] asleep = new double[length];
        for (int i = 0; i <= DAYS; i++) {
            DayModel day = world.day(person, FIRST.plusDays(i));
            int start = (int) (day.day().start() / 60 - first);
            for (int minute = 0; i < DAYS && minute < day.minutes(); minute++) {
                steps[start + minute] = day.movement().steps(minute);
            }
            for (int sample = 0; i < DAYS && sample < day.heart().size(); sample++) {
                int at = start + day.heart().second(sample) / 60;
                heart[at] += day.heart().rate(sample);
                beats[at]++;
            }
            for (Sleep sleep : day.sleeps()) {
                int from = (int) (sleep.start() / 60 - first);
                int to = (int) (sleep.end() / 60 - first);
                Arrays.fill(asleep, Math.max(0, Math.min(length, from)), Math.max(0, Math.min(length, to)), 1);
            }
        }
        for (int i = 0; i < length; i++) {
            heart[i] = beats[i] == 0 ? Double.NaN : heart[i] / beats[i];
        }
        MinuteGrid pulse = new MinuteGrid(first, heart);
        MinuteGrid walked = new MinuteGrid(first, steps);
        MinuteGrid sleep = new MinuteGrid(first, asleep);
        Catalog catalog = Catalog.bundled();
        return Map.of(
                "heart_rate", new Material(catalog.get("heart_rate"), zones, pulse, Map.of("steps", walked), sleep),
                "steps", new Material(catalog.get("steps"), zones, walked, Map.of("heart_rate", pulse), sleep));
    }
}
