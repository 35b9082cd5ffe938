package dev.daystream.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.model.Resolution;
import dev.daystream.model.TimeRange;
import dev.daystream.model.ZoneHistory;
import dev.daystream.store.SeriesReader.Level;
import dev.daystream.store.SeriesReader.Piece;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

class CoverProperties {
    private static final long BASE = Instant.parse("2011-01-01T00:00:00Z").toEpochMilli();
    private static final long YEAR = 365 * 86_400_000L;
    private static final long MONTH = 30 * 86_400_000L;

    @Provide
    Arbitrary<String> zones() {
        return Arbitraries.of(
                "UTC",
                "Europe/Berlin",
                "Asia/Kolkata",
                "Asia/Kathmandu",
                "Australia/Lord_Howe",
                "Pacific/Apia",
                "America/New_York");
    }

    @Provide
    Arbitrary<Resolution> resolutions() {
        return Arbitraries.of(Resolution.MINUTE, Resolution.HOUR, Resolution.DAY);
    }

    @Property
    void piecesFollowEachOtherAndCoverTheRangeExactly(
            @ForAll("zones") String zone,
            @ForAll("resolutions") Resolution resolution,
            @ForAll @LongRange(max = 16 * YEAR) long start,
            @ForAll @LongRange(max = 3 * MONTH) long length) {
        long from = BASE + start;
        long to = from + length;
        long at = from;
        for (Piece piece : cover(zone, resolution, from, to)) {
            assertThat(piece.stretch().start()).isEqualTo(at);
            assertThat(piece.stretch().end()).isGreaterThan(at);
            at = piece.stretch().end();
        }
        assertThat(at).isEqualTo(to);
    }

    @Property
    void noPieceIsReadInPartAndNoneReachesOverTheStartOfABucket(
            @ForAll("zones") String zone,
            @ForAll("resolutions") Resolution resolution,
            @ForAll @LongRange(max = 16 * YEAR) long start,
            @ForAll @LongRange(max = 3 * MONTH) long length) {
        long from = BASE + start;
        BucketGrid grid = grid(zone, resolution, from, from + length);
        for (Piece piece : cover(zone, resolution, from, from + length)) {
            long unit = unit(piece.level());
            long first = piece.stretch().start();
            long last = piece.stretch().end();
            assertThat(first % unit).isZero();
            assertThat(last % unit).isZero();
            // The buckets of the level that begin and end the piece lie each in one bucket of the grid.
            assertThat(grid.floor(first)).isEqualTo(grid.floor(first + unit - 1));
            assertThat(grid.floor(last - unit)).isEqualTo(grid.floor(last - 1));
        }
    }

    @Example
    void aDayInBerlinIsReadFromHoursAndOneInKolkataFromHoursAndTheHalvesBeside() {
        assertThat(day("UTC")).extracting(Piece::level).containsExactly(Level.DAY);
        assertThat(day("Europe/Berlin")).extracting(Piece::level).containsExactly(Level.HOUR);
        assertThat(day("Asia/Kolkata"))
                .extracting(Piece::level)
                .containsExactly(Level.MINUTE, Level.HOUR, Level.MINUTE);
    }

    @Example
    void hoursInKolkataBeginAtTheHalfHour() {
        long from = Instant.parse("2026-03-02T00:10:00Z").toEpochMilli();
        long to = Instant.parse("2026-03-02T09:00:00Z").toEpochMilli();
        List<Piece> pieces = cover("Asia/Kolkata", Resolution.HOUR, from, to);
        assertThat(pieces).extracting(Piece::level).containsExactly(Level.MINUTE, Level.MINUTES_BY_HOUR);
        assertThat(pieces.get(1).stretch().start())
                .isEqualTo(Instant.parse("2026-03-02T00:30:00Z").toEpochMilli());
    }

    private static List<Piece> day(String zone) {
        TimeRange day = ZoneHistory.of(ZoneId.of(zone)).day(java.time.LocalDate.parse("2026-03-02"));
        return cover(zone, Resolution.DAY, day.startMillis(), day.endMillis());
    }

    private static List<Piece> cover(String zone, Resolution resolution, long from, long to) {
        return Cover.of(0, 1, resolution, grid(zone, resolution, from, to), from, to);
    }

    private static BucketGrid grid(String zone, Resolution resolution, long from, long to) {
        return BucketGrid.of(resolution, ZoneHistory.of(ZoneId.of(zone)), TimeRange.ofMillis(from, to));
    }

    private static long unit(Level level) {
        return switch (level) {
            case SAMPLE -> 1;
            case MINUTE, MINUTES_BY_HOUR -> 60_000;
            case HOUR -> 3_600_000;
            case DAY -> 86_400_000;
        };
    }
}
