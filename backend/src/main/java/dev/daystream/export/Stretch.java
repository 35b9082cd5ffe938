package dev.daystream.export;

import dev.daystream.query.SeriesCoverage.Gap;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time with something, or with nothing.
 *
 * @param from first instant in epoch milliseconds
 * @param to first instant after it
 */
record Stretch(long from, long to) {
    /** Returns what of the gaps has nothing; the stretches with something rise. */
    static List<Gap> without(List<Gap> gaps, List<Stretch> present) {
        List<Gap> missing = new ArrayList<>();
        int next = 0;
        for (Gap gap : gaps) {
            while (next < present.size() && present.get(next).to <= gap.from()) {
                next++;
            }
            long at = gap.from();
            for (int i = next; i < present.size() && present.get(i).from < gap.to(); i++) {
                if (present.get(i).from > at) {
                    missing.add(new Gap(at, present.get(i).from, gap.reason()));
                }
                at = Math.max(at, present.get(i).to);
            }
            if (at < gap.to()) {
                missing.add(new Gap(at, gap.to(), gap.reason()));
            }
        }
        return missing;
    }

    /** Returns the reason of the gap in which an instant lies, or null. */
    static @Nullable String reason(List<Gap> gaps, long instant) {
        int low = 0;
        int high = gaps.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Gap gap = gaps.get(middle);
            if (instant < gap.from()) {
                high = middle - 1;
            } else if (instant >= gap.to()) {
                low = middle + 1;
            } else {
                return gap.reason().key();
            }
        }
        return null;
    }
}
