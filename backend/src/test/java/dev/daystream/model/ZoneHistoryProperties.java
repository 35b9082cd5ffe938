package dev.daystream.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Local days divide time, wherever and whenever somebody travels. */
class ZoneHistoryProperties {
    @Provide
    Arbitrary<ZoneHistory> histories() {
        return ZoneHistories.all();
    }

    @Provide
    Arbitrary<Instant> minutes() {
        return ZoneHistories.minutes();
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(ZoneHistories.ZONES).map(ZoneId::of);
    }

    @Property
    void anInstantIsInTheDayOfItsDateAndInNoOther(
            @ForAll("histories") ZoneHistory history, @ForAll("minutes") Instant instant) {
        LocalDate date = history.dateOf(instant);
        long millis = instant.toEpochMilli();
        assertThat(history.day(date).contains(millis)).isTrue();
        date.minusDays(4)
                .datesUntil(date.plusDays(5))
                .filter(other -> !other.equals(date))
                .forEach(other -> assertThat(history.day(other).contains(millis))
                        .as("%s", other)
                        .isFalse());
    }

    @Property
    void daysFollowEachOtherWithoutHoleOrOverlap(
            @ForAll("histories") ZoneHistory history, @ForAll("minutes") Instant instant) {
        LocalDate first = history.dateOf(instant);
        Instant end = history.startOf(first);
        Duration total = Duration.ZERO;
        for (LocalDate date = first; date.isBefore(first.plusDays(40)); date = date.plusDays(1)) {
            TimeRange day = history.day(date);
            assertThat(day.start()).isEqualTo(end);
            assertThat(day.length()).isLessThanOrEqualTo(Duration.ofHours(24 + 26));
            total = total.plus(day.length());
            end = day.end();
        }
        assertThat(total).isEqualTo(Duration.between(history.startOf(first), end));
    }

    @Property
    void datesNeverGoBack(
            @ForAll("histories") ZoneHistory history,
            @ForAll("minutes") Instant instant,
            @ForAll @IntRange(max = 6_000) int minutes) {
        assertThat(history.dateOf(instant.plusSeconds(60L * minutes))).isAfterOrEqualTo(history.dateOf(instant));
    }

    /** Ahead of the wall's date only after a flight west over midnight, or clocks set back over it; never behind it. */
    @Property
    void theDateIsThatOfTheWallOrOneThatTheWallHasShownBefore(
            @ForAll("histories") ZoneHistory history, @ForAll("minutes") Instant instant) {
        LocalDate wall = LocalDate.ofInstant(instant, history.zoneAt(instant));
        LocalDate date = history.dateOf(instant);
        assertThat(date).isAfterOrEqualTo(wall);
        if (date.isAfter(wall)) {
            Instant begun = history.startOf(date);
            assertThat(LocalDate.ofInstant(begun, history.zoneAt(begun))).isAfterOrEqualTo(date);
            assertThat(Duration.between(begun, instant)).isLessThan(Duration.ofHours(26));
        }
    }

    @Property
    void aDayWithoutTravelLastsAsLongAsItsZoneSays(
            @ForAll("histories") ZoneHistory history, @ForAll("minutes") Instant instant) {
        LocalDay day = LocalDay.of(history, history.dateOf(instant));
        Duration length = day.range().length();
        assertThat(day.zones()).contains(history.zoneAt(instant));
        switch (day.kind()) {
            case USUAL -> assertThat(length).isEqualTo(Duration.ofHours(24));
            case SHORT -> assertThat(length).isBetween(Duration.ofHours(23), Duration.ofMinutes(23 * 60 + 30));
            case LONG -> assertThat(length).isBetween(Duration.ofMinutes(24 * 60 + 30), Duration.ofHours(25));
            case TRAVEL -> assertThat(history.entries().size()).isGreaterThan(1);
            case SKIPPED -> throw new AssertionError("A day that never was holds " + instant);
        }
    }

    @Property
    void aSumByDaysIsTheSum(
            @ForAll("histories") ZoneHistory history,
            @ForAll("minutes") Instant first,
            @ForAll @IntRange(min = 1, max = 700) int everyMinutes) {
        Map<LocalDate, Long> byDate = new HashMap<>();
        List<Long> samples = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            Instant at = first.plusSeconds(60L * i * everyMinutes);
            samples.add(at.toEpochMilli());
            byDate.merge(history.dateOf(at), (long) i, Long::sum);
        }
        long sum = 0;
        LocalDate last = history.dateOf(Instant.ofEpochMilli(samples.get(199)));
        for (LocalDate date = history.dateOf(first); !date.isAfter(last); date = date.plusDays(1)) {
            TimeRange day = history.day(date);
            long ofDay = 0;
            for (int i = 0; i < samples.size(); i++) {
                ofDay += day.contains(samples.get(i)) ? i : 0;
            }
            assertThat(ofDay).isEqualTo(byDate.getOrDefault(date, 0L));
            sum += ofDay;
        }
        assertThat(sum).isEqualTo(199 * 200 / 2);
    }

    @Property
    void aChangeTouchesNothingBeforeItAndCanBeTakenBack(
            @ForAll("histories") ZoneHistory history,
            @ForAll("minutes") Instant from,
            @ForAll("zones") ZoneId zone,
            @ForAll("minutes") Instant probe) {
        ZoneHistory changed = history.with(from, zone);
        assertThat(changed.zoneAt(from)).isEqualTo(zone);
        Instant next = history.entries().stream()
                .map(ZoneHistory.Entry::validFrom)
                .filter(at -> at.isAfter(from))
                .findFirst()
                .orElse(Instant.MAX);
        boolean within = !probe.isBefore(from) && probe.isBefore(next);
        assertThat(changed.zoneAt(probe)).isEqualTo(within ? zone : history.zoneAt(probe));
        boolean isNew =
                history.entries().stream().noneMatch(entry -> entry.validFrom().equals(from))
                        && !history.zoneAt(from).equals(zone)
                        && (next.equals(Instant.MAX) || !history.zoneAt(next).equals(zone));
        if (isNew) {
            assertThat(changed.without(from)).isEqualTo(history);
        }
    }

    @Property
    void aFirstDayIsWholeInItsZoneWhereTheOnesBeforeLeaveRoom(
            @ForAll("zones") ZoneId home, @ForAll("zones") ZoneId away, @ForAll("minutes") Instant at) {
        ZoneHistory before = ZoneHistory.of(home);
        LocalDate date = before.dateOf(at);
        ZoneHistory history = before.withFirstDay(date, away);
        if (!home.equals(away)) {
            assertThat(history.day(date)).isEqualTo(ZoneHistory.of(away).day(date));
            assertThat(history.day(date.minusDays(2))).isEqualTo(before.day(date.minusDays(2)));
            assertThat(history.without(java.util.Objects.requireNonNull(history.changeOf(date))))
                    .isEqualTo(before);
        }
        ZoneId other = ZoneId.of("Asia/Tokyo");
        assertThat(history.withFirstDay(date, other)).isEqualTo(before.withFirstDay(date, other));
    }

    @Property
    void whatIsSaidAroundADateIsRightThere(@ForAll("histories") ZoneHistory history, @ForAll("minutes") Instant at) {
        LocalDate date = history.dateOf(at);
        String words = history.around(date);
        ZoneHistory read = ZoneHistory.parse(words);
        assertThat(read.day(date)).isEqualTo(history.day(date));
        assertThat(read.day(date.plusDays(1))).isEqualTo(history.day(date.plusDays(1)));
        assertThat(read.around(date)).isEqualTo(words);
        ZoneHistory moved = history.with(history.startOf(date), ZoneId.of("Asia/Tokyo"));
        assertThat(moved.around(date)).isNotEqualTo(words);
    }

    /** The wall's own minutes, in the order in which somebody sees them, give back exactly the instants of the day. */
    @Property(tries = 300)
    void wallMinutesOfADayOfTravelAreItsInstants(
            @ForAll("histories") ZoneHistory history, @ForAll("minutes") Instant at) {
        TimeRange day = history.day(history.dateOf(at));
        WallClock clock = new WallClock(history);
        for (long t = day.startMillis(); t < day.endMillis(); t += 60_000) {
            Instant instant = Instant.ofEpochMilli(t);
            LocalDateTime wall = LocalDateTime.ofInstant(instant, history.zoneAt(instant));
            long read = clock.instant(wall.toLocalDate(), wall.toLocalTime().toNanoOfDay() / 1_000_000);
            // Of a wall time that the day before showed too, the clock cannot know: that day comes in another payload.
            if (read != t) {
                assertThat(Instant.ofEpochMilli(read)).isBefore(day.start());
            }
        }
    }
}
