package dev.daystream.figures;

import dev.daystream.store.DirectoryReader.Entry;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes figures of long histories, a month of a participant at a time. */
public final class DerivedHistory {
    private static final int MONTH = 31;

    private final DerivedDays days;
    private final boolean anew;

    /**
     * Some days of somebody.
     *
     * @param entry who
     * @param first first local day
     * @param last last local day, included
     */
    public record Part(Entry entry, LocalDate first, LocalDate last) {
        /** Returns the number of days. */
        public int days() {
            return (int) ChronoUnit.DAYS.between(first, last) + 1;
        }
    }

    /**
     * Makes it.
     *
     * @param anew makes also those again that still hold
     */
    public DerivedHistory(DerivedDays days, boolean anew) {
        this.days = days;
        this.anew = anew;
    }

    /** Returns the months of somebody's days with data, from and to a date if given. */
    public static List<Part> parts(Entry entry, @Nullable LocalDate from, @Nullable LocalDate to) {
        List<Part> parts = new ArrayList<>();
        LocalDate firstDay = entry.firstDay();
        LocalDate lastDay = entry.lastDay();
        if (firstDay != null && lastDay != null) {
            LocalDate first = from == null || from.isBefore(firstDay) ? firstDay : from;
            LocalDate last = to == null || to.isAfter(lastDay) ? lastDay : to;
            for (LocalDate start = first; !start.isAfter(last); start = start.plusDays(MONTH)) {
                LocalDate end = start.plusDays(MONTH - 1L);
                parts.add(new Part(entry, start, end.isBefore(last) ? end : last));
            }
        }
        return parts;
    }

    /** Makes the figures of a part; returns how many were made. */
    public Future<Integer> make(Part part) {
        return days.read(part.entry(), part.first(), part.last(), days.catalog().metrics(), anew)
                .map(DerivedDays.Answer::made);
    }
}
