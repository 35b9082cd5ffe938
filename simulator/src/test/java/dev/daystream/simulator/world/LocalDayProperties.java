package dev.daystream.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class LocalDayProperties {
    @Property(tries = 400)
    void theWallClockIsThatOfTheZone(@ForAll("zones") String zone, @ForAll @IntRange(max = 7_300) int offset) {
        LocalDay day = LocalDay.of(LocalDate.of(2015, 1, 1).plusDays(offset), ZoneId.of(zone));
        for (int minute = 0; minute < day.minutes(); minute++) {
            var wall = Instant.ofEpochSecond(day.start() + minute * 60L)
                    .atZone(day.whereabouts().zoneAt(day.start()));
            assertThat(wall.toLocalDate()).isEqualTo(day.date());
            assertThat(day.wallSecond(minute * 60)).isEqualTo(wall.toLocalTime().toSecondOfDay());
        }
    }

    @Property(tries = 400)
    void aMinuteOfTheWallClockIsFoundAgain(
            @ForAll("zones") String zone,
            @ForAll @IntRange(max = 7_300) int offset,
            @ForAll @IntRange(max = 1_439) int wallMinute) {
        LocalDay day = LocalDay.of(LocalDate.of(2015, 1, 1).plusDays(offset), ZoneId.of(zone));
        int minute = day.minuteAt(wallMinute);
        assertThat(day.wallSecond(minute * 60)).isGreaterThanOrEqualTo(wallMinute * 60);
        if (minute > 0) {
            assertThat(day.wallSecond((minute - 1) * 60)).isLessThan(wallMinute * 60);
        }
    }

    @Provide
    Arbitrary<String> zones() {
        return Arbitraries.of(
                "Europe/Berlin",
                "America/New_York",
                "Asia/Kolkata",
                "Asia/Kathmandu",
                "Australia/Lord_Howe",
                "America/Santiago",
                "America/Havana",
                "Atlantic/Azores",
                "Pacific/Chatham",
                "Asia/Beirut");
    }
}
