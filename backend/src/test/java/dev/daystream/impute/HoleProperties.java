package dev.daystream.impute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class HoleProperties {
    private static final int SIZE = 600;

    private static MinuteGrid grid(long seed, int missingPercent) {
        Random random = new Random(seed);
        double[] values = new double[SIZE];
        boolean missing = false;
        for (int i = 0; i < SIZE; i++) {
            missing = random.nextInt(100) < 80 ? missing : random.nextInt(100) < missingPercent;
            values[i] = missing ? Double.NaN : random.nextInt(100);
        }
        return new MinuteGrid(1_000_000, values);
    }

    /** Each minute without a value that has one before it and one after it lies in exactly one hole, however the time is cut into days. */
    @Property
    void everyMissingMinuteIsInOneHole(
            @ForAll long seed,
            @ForAll @IntRange(min = 0, max = 90) int missing,
            @ForAll @IntRange(min = 1, max = 300) int day) {
        MinuteGrid grid = grid(seed, missing);
        List<Hole> holes = IntStream.iterate(0, at -> at < SIZE, at -> at + day)
                .boxed()
                .flatMap(at ->
                        Hole.in(grid, grid.firstMinute() + at, Math.min(grid.end(), grid.firstMinute() + at + day), 5)
                                .stream())
                .toList();
        long[] found = holes.stream()
                .filter(Hole::isClosed)
                .flatMapToLong(hole -> Arrays.stream(hole.minutes()))
                .toArray();
        long first = LongStream.range(grid.firstMinute(), grid.end())
                .filter(minute -> !Double.isNaN(grid.at(minute)))
                .findFirst()
                .orElse(grid.end());
        long last = LongStream.iterate(grid.end() - 1, minute -> minute >= first, minute -> minute - 1)
                .filter(minute -> !Double.isNaN(grid.at(minute)))
                .findFirst()
                .orElse(first);
        assertThat(found)
                .containsExactly(LongStream.range(first, last)
                        .filter(minute -> Double.isNaN(grid.at(minute)))
                        .toArray());
        assertThat(holes.stream().filter(hole -> !hole.isClosed()).count())
                .isEqualTo(last < grid.end() - 1 && first < grid.end() ? 1 : 0);
    }

    /** Of a slow sensor the values that are missing lie a cadence apart, strictly between the samples, and a hole's gap holds them all. */
    @Property
    void holesOfASlowSensorLieInItsCadence(@ForAll long seed, @ForAll @IntRange(min = 2, max = 10) int step) {
        Random random = new Random(seed);
        double[] values = new double[SIZE];
        Arrays.fill(values, Double.NaN);
        for (int i = random.nextInt(step); i < SIZE; i += step) {
            if (random.nextInt(3) > 0) {
                values[i] = 1;
            }
        }
        MinuteGrid grid = new MinuteGrid(5_000, values);
        for (Hole hole : Hole.in(grid, grid.firstMinute(), grid.end(), step * 60)) {
            if (hole.isClosed()) {
                assertThat(hole.minutes()).hasSize(hole.values());
                assertThat(Arrays.stream(hole.minutes())).allMatch(minute -> Double.isNaN(grid.at(minute)));
                assertThat(hole.after() - hole.before()).isEqualTo((long) step * (hole.values() + 1));
                assertThat(hole.gap().firstMinute()).isEqualTo(hole.before() + 1);
                assertThat(hole.gap().end()).isEqualTo(hole.after());
            }
        }
    }
}
