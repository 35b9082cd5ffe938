package dev.daystream.derive;

import dev.daystream.metrics.DerivedCatalog;
import dev.daystream.metrics.DerivedMetric;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the heart-rate zones of a day begin, in beats per minute; each ends where the next begins.
 *
 * @param light lowest rate of the light zone
 * @param moderate lowest rate of the moderate zone
 * @param vigorous lowest rate of the vigorous zone
 * @param peak lowest rate of the peak zone
 * @param maximum greatest heart rate that they were taken from; null if they are the participant's own
 */
public record ZoneBounds(
        double light,
        double moderate,
        double vigorous,
        double peak,
        @Nullable Double maximum) {
    /** The zones from low to high; what lies below the first is in none. */
    public static final List<String> NAMES = List.of("light", "moderate", "vigorous", "peak");

    private static final int OLDEST = 130;

    public ZoneBounds {
        if (!(light > 0 && moderate > light && vigorous > moderate && peak > vigorous)) {
            throw new IllegalArgumentException("Heart-rate zones begin at rising rates above 0, not at " + light + ", "
                    + moderate + ", " + vigorous + ", " + peak);
        }
    }

    /** Returns zones of somebody's own. */
    public static ZoneBounds own(double light, double moderate, double vigorous, double peak) {
        return new ZoneBounds(light, moderate, vigorous, peak, null);
    }

    /** Returns the zones of somebody of that birth date on a day, or null before birth and beyond any age. */
    public static @Nullable ZoneBounds byAge(LocalDate birthDate, LocalDate date) {
        int age = Period.between(birthDate, date).getYears();
        if (date.isBefore(birthDate) || age > OLDEST) {
            return null;
        }
        DerivedMetric metric = DerivedCatalog.bundled().get(ZoneTime.BELOW);
        double maximum = metric.parameter("maximum_intercept") - metric.parameter("maximum_slope") * age;
        return new ZoneBounds(
                metric.parameter("light") * maximum,
                metric.parameter("moderate") * maximum,
                metric.parameter("vigorous") * maximum,
                metric.parameter("peak") * maximum,
                maximum);
    }

    /** Returns the zone of a rate: 0 below all of them, 1 to 4 from light to peak. */
    int zone(double rate) {
        return rate < moderate ? rate < light ? 0 : 1 : rate < vigorous ? 2 : rate < peak ? 3 : 4;
    }
}
