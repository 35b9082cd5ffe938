package dev.daystream.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class WearTest {
    private static final long MINUTE = 60_000;
    private static final long DAY = 1_440 * MINUTE;

    private static long[] minutes(long... ranges) {
        LongStream all = LongStream.empty();
        for (int i = 0; i < ranges.length; i += 2) {
            all = LongStream.concat(all, LongStream.range(ranges[i], ranges[i + 1]));
        }
        return all.map(minute -> minute * MINUTE).toArray();
    }

    private static long worn(int cadence, long... ranges) {
        return Wear.of(minutes(ranges), cadence).millis(0, DAY) / MINUTE;
    }

    @Test
    void everyMinuteWithHeartRateIsWorn() {
        assertThat(worn(5, 100, 400)).isEqualTo(300);
    }

    @Test
    void aLostContactOfTenMinutesIsWornAndOneOfElevenIsNot() {
        assertThat(worn(5, 100, 200, 210, 300)).isEqualTo(200);
        assertThat(worn(5, 100, 200, 211, 300)).isEqualTo(189);
    }

    @Test
    void singleStraySamplesAreNoWear() {
        assertThat(worn(5, 100, 101)).isZero();
        assertThat(worn(5, 100, 101, 108, 109)).isZero();
        assertThat(worn(5, 100, 200, 500, 502, 900, 1_000)).isEqualTo(200);
    }

    @Test
    void threeMinutesAreWear() {
        assertThat(worn(5, 100, 103)).isEqualTo(3);
    }

    @Test
    void aSensorThatLooksEveryTenMinutesHasLongerGaps() {
        long[] every = LongStream.range(0, 60).map(i -> i * 10 * MINUTE).toArray();
        assertThat(Wear.of(every, 5).millis(0, DAY)).isEqualTo(591 * MINUTE);
        long[] sparse = LongStream.range(0, 30).map(i -> i * 20 * MINUTE).toArray();
        assertThat(Wear.of(sparse, 5).millis(0, DAY)).isZero();
        assertThat(Wear.of(sparse, 600).millis(0, DAY)).isEqualTo(581 * MINUTE);
    }

    @Test
    void withoutHeartRateNothingIsWorn() {
        assertThat(Wear.of(new long[0], 5).millis(0, DAY)).isZero();
    }
}
