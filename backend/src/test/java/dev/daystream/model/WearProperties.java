package dev.daystream.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class WearProperties {
    private static final long MINUTE = 60_000;
    private static final LocalDate FIRST = LocalDate.parse("2026-03-27");
    private static final int DAYS = 5;

    @Provide
    Arbitrary<String> zones() {
        return Arbitraries.of(
                "UTC", "Europe/Berlin", "Asia/Kolkata", "Asia/Kathmandu", "Australia/Lord_Howe", "America/New_York");
    }

    /** Heart rate in stretches of random length with random gaps, from single strays to days. */
    private static long[] minutes(long seed, long from, long to) {
        Random random = new Random(seed);
        LongStream.Builder minutes = LongStream.builder();
        long at = from;
        while (at < to) {
            long on = random.nextInt(3) == 0 ? 1 + random.nextInt(3) : 1 + random.nextInt(600);
            for (long i = 0; i < on && at < to; i++, at += MINUTE) {
                minutes.add(at);
            }
            at += MINUTE * (1 + random.nextInt(random.nextInt(3) == 0 ? 400 : 14));
        }
        return minutes.build().toArray();
    }

    @Property
    void theDaysTogetherAreTheWholeAndEachIsExactFromItsOwnSurroundings(
            @ForAll("zones") String zone, @ForAll long seed, @ForAll @IntRange(min = 1, max = 900) int cadence) {
        ZoneHistory zones = ZoneHistory.of(ZoneId.of(zone));
        long start = zones.startOf(FIRST).toEpochMilli();
        long end = zones.startOf(FIRST.plusDays(DAYS)).toEpochMilli();
        long[] minutes = minutes(seed, start - 600 * MINUTE, end + 600 * MINUTE);
        Wear whole = Wear.of(minutes, cadence);
        long sum = 0;
        for (int i = 0; i < DAYS; i++) {
            TimeRange day = zones.day(FIRST.plusDays(i));
            long worn = whole.millis(day.startMillis(), day.endMillis());
            long reach = Wear.reach(cadence);
            long[] around = Arrays.stream(minutes)
                    .filter(minute -> minute >= day.startMillis() - reach && minute < day.endMillis() + reach)
                    .toArray();
            assertThat(Wear.of(around, cadence).millis(day.startMillis(), day.endMillis()))
                    .isEqualTo(worn);
            assertThat(worn).isBetween(0L, day.length().toMillis());
            sum += worn;
        }
        assertThat(sum).isEqualTo(whole.millis(start, end));
    }

    @Property
    void aStrayMinuteFarFromOthersChangesNothing(@ForAll long seed, @ForAll @IntRange(min = 0, max = 1_000) int away) {
        long from = Instant.parse("2026-03-27T00:00:00Z").toEpochMilli();
        long[] minutes = minutes(seed, from, from + 1_440 * MINUTE);
        long stray = from + (1_440 + 20 + away) * MINUTE;
        long[] more =
                LongStream.concat(Arrays.stream(minutes), LongStream.of(stray)).toArray();
        assertThat(Wear.of(more, 5).millis(from, stray + MINUTE))
                .isEqualTo(Wear.of(minutes, 5).millis(from, stray + MINUTE));
    }

    @Property
    void moreHeartRateIsNeverLessWear(@ForAll long seed, @ForAll @IntRange(min = 0, max = 1_439) int minute) {
        long from = Instant.parse("2026-03-27T00:00:00Z").toEpochMilli();
        long end = from + 1_440 * MINUTE;
        long[] minutes = minutes(seed, from, end);
        long[] more = LongStream.concat(Arrays.stream(minutes), LongStream.of(from + minute * MINUTE))
                .sorted()
                .distinct()
                .toArray();
        assertThat(Wear.of(more, 5).millis(from, end))
                .isGreaterThanOrEqualTo(Wear.of(minutes, 5).millis(from, end));
    }
}
