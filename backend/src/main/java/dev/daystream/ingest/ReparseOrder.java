package dev.daystream.ingest;

import dev.daystream.model.ZoneHistory;
import dev.daystream.store.PayloadReader.InEffect;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * Puts days of one data type into the order in which they move to where the zones of today have them. Where the border of two days moves to
 * a later time the later day makes room first, else the earlier: so each still finds all that it had, and the correction log is exact.
 */
final class ReparseOrder {
    private ReparseOrder() {}

    static List<InEffect> of(List<InEffect> days, ZoneHistory zones) {
        List<InEffect> ordered = new ArrayList<>(days.size());
        Deque<InEffect> waiting = new ArrayDeque<>();
        days.stream().sorted(Comparator.comparing(one -> one.delivery().date())).forEach(one -> {
            waiting.push(one);
            if (!endsLater(one, zones)) {
                ordered.addAll(waiting);
                waiting.clear();
            }
        });
        ordered.addAll(waiting);
        return ordered;
    }

    private static boolean endsLater(InEffect one, ZoneHistory zones) {
        String before = one.zones();
        LocalDate next = one.delivery().date().plusDays(1);
        Instant end = zones.startOf(next);
        return before != null && end.isAfter(ZoneHistory.parse(before).startOf(next));
    }
}
