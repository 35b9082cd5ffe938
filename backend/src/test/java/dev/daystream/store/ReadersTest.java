package dev.daystream.store;

import static dev.daystream.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.daystream.model.SeriesInfo;
import dev.daystream.model.SeriesSamples;
import dev.daystream.model.TimeRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was delivered is what is read, at every level, right after the commit. */
@EveryEngine
class ReadersTest {
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");
    private static final int DAYS = 3;
    private static DayFixture fixture;
    private static TimeRange range;
    private static SeriesSamples delivered;

    @BeforeParameterizedClassInvocation
    static void deliver() {
        fixture = new DayFixture("UTC");
        for (int i = 0; i < DAYS; i++) {
            LocalDate date = DAY.plusDays(i);
            var day = fixture.participant.zones().day(date);
            fixture.deliver("heart_rate", date, "a", DayFixture.samples("heart_rate", day, 15, i));
        }
        range = fixture.participant.zones().day(DAY.plusDays(1));
        delivered = DayFixture.samples("heart_rate", range, 5, 99);
        fixture.deliver("heart_rate", DAY.plusDays(1), "b", delivered);
    }

    @AfterParameterizedClassInvocation
    static void close() {
        fixture.close();
    }

    private static DirectoryReader.Entry entry() {
        return await(new DirectoryReader(fixture.database).find(List.of(fixture.participant.id())))
                .get(0);
    }

    private static SeriesInfo series() {
        return entry().series().get(0);
    }

    @Test
    void samplesAreTheOnesDelivered() {
        var stretch = new SeriesReader.Stretch(0, series().id(), range.startMillis(), range.endMillis());
        SampleColumns found = await(new SeriesReader(fixture.database).samples(List.of(stretch), 100_000))
                .get(0);
        assertThat(found.times()).isEqualTo(delivered.times());
        assertThat(found.values()).isEqualTo(delivered.values());
    }

    @ParameterizedTest
    @EnumSource
    void everyLevelHasTheTotalsOfTheSamples(SeriesReader.Level level) {
        var stretch = new SeriesReader.Stretch(7, series().id(), range.startMillis(), range.endMillis());
        List<BucketColumns> parts = new ArrayList<>();
        await(new SeriesReader(fixture.database)
                .pieces(List.of(new SeriesReader.Piece(level, stretch)), (slot, rows) -> {
                    assertThat(slot).isEqualTo(7);
                    parts.add(rows);
                }));
        assertThat(parts.stream().mapToInt(BucketColumns::size).sum()).isEqualTo(rowsOf(level));
        assertThat(parts.stream()
                        .flatMapToInt(part -> IntStream.of(part.counts()))
                        .sum())
                .isEqualTo(delivered.size());
        double sum = parts.stream()
                .flatMapToDouble(part -> java.util.Arrays.stream(part.sums()))
                .sum();
        assertThat(sum).isCloseTo(delivered.sum(), within(1e-6));
        assertThat(parts.stream()
                        .flatMapToInt(part -> IntStream.of(part.minutes()))
                        .sum())
                // Samples are read of cut minutes alone, which count for neither part.
                .isEqualTo(level == SeriesReader.Level.SAMPLE ? 0 : 1_440);
    }

    private static int rowsOf(SeriesReader.Level level) {
        return switch (level) {
            case SAMPLE -> delivered.size();
            case MINUTE -> 1_440;
            case MINUTES_BY_HOUR, HOUR -> 24;
            case DAY -> 1;
        };
    }

    @Test
    void minutesWithSamplesAreThoseOfTheSeriesTogether() {
        TimeRange first = fixture.participant.zones().day(DAY.minusDays(1));
        long end = first.endMillis() + 600_000;
        var stretch = new SeriesReader.Stretch(3, series().id(), first.startMillis(), end);
        var found = await(new WearStore(fixture.database).minutes(List.of(stretch, stretch)));
        assertThat(found).containsOnlyKeys(3);
        assertThat(found.get(3))
                .isEqualTo(LongStream.range(0, 10)
                        .map(i -> first.endMillis() + i * 60_000)
                        .toArray());
    }

    @Test
    void theDirectoryKnowsSeriesAndDays() {
        DirectoryReader.Entry entry = entry();
        assertThat(entry.sources()).containsExactly("fitbit");
        assertThat(entry.firstDay()).isEqualTo(DAY);
        assertThat(entry.lastDay()).isEqualTo(DAY.plusDays(DAYS - 1));
        assertThat(entry.series()).hasSize(1);
        assertThat(await(new DirectoryReader(fixture.database).extents(entry.series())))
                .containsExactly(Map.entry(
                        series().id(),
                        new DirectoryReader.Extent(
                                fixture.participant.zones().day(DAY).start(),
                                fixture.participant
                                        .zones()
                                        .day(DAY.plusDays(DAYS - 1))
                                        .end()
                                        .minusSeconds(15))));
    }
}
