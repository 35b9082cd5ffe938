package dev.daystream.query;

import dev.daystream.query.WearDays.WornDay;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Wear of several days together.
 *
 * @param days how many of them have heart rate delivered; only these count
 * @param of how many there are
 * @param minutes worn
 * @param share of the time of the days that count, 0 to 1; null if none does
 * @param pending days whose wear is still being made; they do not count yet
 */
public record WearSummary(
        int days, int of, long minutes, @Nullable Double share, int pending) {
    static WearSummary of(Collection<WornDay> worn) {
        long minutes = 0;
        long length = 0;
        int days = 0;
        int pending = 0;
        for (WornDay day : worn) {
            if (day.pending()) {
                pending++;
            } else if (day.basis() == WearBasis.HEART_RATE) {
                days++;
                minutes += day.wornMinutes();
                length += day.lengthMinutes();
            }
        }
        return new WearSummary(days, worn.size(), minutes, length == 0 ? null : (double) minutes / length, pending);
    }
}
