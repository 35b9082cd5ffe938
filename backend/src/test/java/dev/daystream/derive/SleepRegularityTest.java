package dev.daystream.derive;

import static dev.daystream.derive.Made.light;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.daystream.metrics.DerivedCatalog;
import dev.daystream.model.SleepSession;
import dev.daystream.model.ZoneHistory;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class SleepRegularityTest {
    private static final LocalDate LAST = LocalDate.parse("2026-03-31");
    private final SleepRegularity formula = new SleepRegularity(DerivedCatalog.bundled());

    /** Eight nights up to the last, each made by its number from 0. */
    private Figure index(String zone, IntFunction<List<SleepSession>> nights) {
        Map<LocalDate, List<SleepSession>> sleeps = new HashMap<>();
        for (int i = 0; i < 8; i++) {
            sleeps.put(LAST.minusDays(7 - i), nights.apply(i));
        }
        ZoneHistory zones = ZoneHistory.of(ZoneId.of(zone));
        return formula.of(new SleepCalendar(zones, LAST.minusDays(7), LAST, sleeps), LAST);
    }

    private static SleepSession wall(String zone, LocalDate date, int fromHour, int toHour, boolean main) {
        LocalDateTime midnight = date.atStartOfDay();
        ZoneId id = ZoneId.of(zone);
        return light(
                midnight.plusHours(fromHour).atZone(id).toInstant().toString(),
                midnight.plusHours(toHour).atZone(id).toInstant().toString(),
                main);
    }

    private static LocalDate date(int night) {
        return LAST.minusDays(7 - night);
    }

    @Test
    void theSameEveryDayIsAHundred() {
        Figure figure = index("UTC", i -> List.of(wall("UTC", date(i), -1, 7, true)));
        assertThat(figure.value()).isEqualTo(100);
        assertThat(figure.coverage()).isEqualTo(1);
    }

    @Test
    void theWallClockCountsAlsoWhenSummerTimeBegins() {
        Figure figure = index("Europe/Berlin", i -> List.of(wall("Europe/Berlin", date(i), -1, 7, true)));
        assertThat(figure.value()).isEqualTo(100);
        // Six pairs of 1,440 minutes, less the skipped hour in two of them.
        assertThat(figure.workings()).contains(new Figure.Working("minutes compared", 6 * 1_440 - 120, "min"));
    }

    @Test
    void anHourLaterEveryOtherNightIsTwoHoursOfDisagreement() {
        Figure figure = index("UTC", i -> List.of(wall("UTC", date(i), i % 2, 8 + i % 2, true)));
        assertThat(figure.value()).isCloseTo(200.0 * (1_440 - 120) / 1_440 - 100, within(1e-9));
    }

    @Test
    void nightAndDayTurnedOverIsMinusAHundred() {
        // Twelve hours of sleep in the one half of the clock day, then in the other.
        Figure figure = index(
                "UTC",
                i -> List.of(i % 2 == 0 ? wall("UTC", date(i), -12, 0, true) : wall("UTC", date(i), 0, 12, true)));
        assertThat(figure.value()).isEqualTo(-100);
    }

    @Test
    void napsCount() {
        Figure figure = index(
                "UTC",
                i -> i == 3
                        ? List.of(wall("UTC", date(i), 0, 8, true), wall("UTC", date(i), 14, 15, false))
                        : List.of(wall("UTC", date(i), 0, 8, true)));
        // The nap lies in one clock day, and differs from the days before and after.
        assertThat(figure.value()).isCloseTo(100 - 200.0 * 120 / (6 * 1_440), within(1e-9));
    }

    @Test
    void aNapAloneIsNotTheNight() {
        Figure figure = index(
                "UTC", i -> List.of(i == 4 ? wall("UTC", date(i), 13, 15, false) : wall("UTC", date(i), 0, 8, true)));
        // Two pairs of nights are lost; the nap lies in the clock day of the night after it, so one more pair differs.
        assertThat(figure.coverage()).isCloseTo(4 / 6.0, within(1e-9));
    }

    @Test
    void aNightThatIsNotKnownIsComparedWithNothing() {
        Figure figure = index("UTC", i -> i == 4 ? List.of() : List.of(wall("UTC", date(i), 0, 8, true)));
        assertThat(figure.value()).isEqualTo(100);
        assertThat(figure.coverage()).isCloseTo(4 / 6.0, within(1e-9));
        Figure two = index("UTC", i -> i == 4 || i == 6 ? List.of() : List.of(wall("UTC", date(i), 0, 8, true)));
        assertThat(two.reason()).isEqualTo(Shortfall.TOO_FEW_NIGHTS);
    }
}
