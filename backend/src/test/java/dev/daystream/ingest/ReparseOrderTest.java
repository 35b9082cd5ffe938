package dev.daystream.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.model.Delivery;
import dev.daystream.model.ZoneHistory;
import dev.daystream.store.PayloadReader.InEffect;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReparseOrderTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-03-02");
    private static final ZoneHistory BERLIN = ZoneHistory.of(ZoneId.of("Europe/Berlin"));

    private static String order(ZoneHistory before, ZoneHistory now) {
        List<InEffect> days = IntStream.range(0, 5)
                .mapToObj(FIRST::plusDays)
                .map(date ->
                        new InEffect(new Delivery(1, "fitbit", "steps", date), "place", "hash", 1, before.around(date)))
                .toList();
        StringBuilder order = new StringBuilder();
        ReparseOrder.of(days, now)
                .forEach(one -> order.append(one.delivery().date().getDayOfMonth()));
        return order.toString();
    }

    @Test
    void daysThatMoveToAnEarlierTimeGoFromTheFirstToTheLast() {
        assertThat(order(BERLIN, ZoneHistory.of(ZoneId.of("Asia/Kolkata")))).isEqualTo("23456");
        assertThat(order(BERLIN, BERLIN)).isEqualTo("23456");
    }

    @Test
    void daysThatMoveToALaterTimeGoFromTheLastToTheFirst() {
        assertThat(order(BERLIN, ZoneHistory.of(ZoneId.of("America/New_York")))).isEqualTo("65432");
    }

    @Test
    void daysBeforeAJourneyStayInFront() {
        ZoneHistory now = BERLIN.withFirstDay(FIRST.plusDays(2), ZoneId.of("America/New_York"));
        assertThat(order(BERLIN, now)).isEqualTo("26543");
        assertThat(order(now, BERLIN)).isEqualTo("23456");
    }
}
