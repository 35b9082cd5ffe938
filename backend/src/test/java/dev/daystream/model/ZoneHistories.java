package dev.daystream.model;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Zone histories of people who travel a lot, between zones that are hard on clocks. */
public final class ZoneHistories {
    /** Half and quarter hours, half an hour of summer time, a day that never was, both ends of the date line, clocks set at midnight. */
    public static final List<String> ZONES = List.of(
            "UTC",
            "Europe/Berlin",
            "Asia/Kolkata",
            "Asia/Kathmandu",
            "Australia/Lord_Howe",
            "Pacific/Apia",
            "America/St_Johns",
            "America/New_York",
            "America/Santiago",
            "Pacific/Kiritimati",
            "Pacific/Honolulu",
            "Africa/Casablanca");
    /** The year of the day that never was, in which St. John's still set its clocks at one minute past midnight. */
    public static final Instant OLD = Instant.parse("2011-01-01T00:00:00Z");

    public static final Instant NEW = Instant.parse("2026-01-01T00:00:00Z");
    public static final int YEAR_MINUTES = 365 * 1_440;

    private record Move(int minute, String zone) {}

    private ZoneHistories() {}

    /** Up to six moves within a year, at any minute, some close upon each other. */
    public static Arbitrary<ZoneHistory> all() {
        Arbitrary<String> zones = Arbitraries.of(ZONES);
        Arbitrary<Move> moves = Combinators.combine(
                        Arbitraries.oneOf(
                                Arbitraries.integers().between(0, YEAR_MINUTES),
                                Arbitraries.integers().between(100_000, 104_000)),
                        zones)
                .as(Move::new);
        return Combinators.combine(Arbitraries.of(OLD, NEW), zones, moves.list().ofMaxSize(6))
                .as((base, home, list) -> {
                    ZoneHistory history = ZoneHistory.of(ZoneId.of(home));
                    for (Move move : list) {
                        history = history.with(base.plusSeconds(60L * move.minute()), ZoneId.of(move.zone()));
                    }
                    return history;
                });
    }

    /** Any minute of the years that histories are about; a few days before and after them too. */
    public static Arbitrary<Instant> minutes() {
        return Combinators.combine(
                        Arbitraries.of(OLD, NEW),
                        Arbitraries.oneOf(
                                Arbitraries.integers().between(-5_000, YEAR_MINUTES + 5_000),
                                Arbitraries.integers().between(98_000, 108_000)))
                .as((base, minute) -> base.plusSeconds(60L * minute));
    }
}
