package dev.daystream.impute;

/**
 * A participant's usual value by time of day and weekday.
 *
 * <p>Means of ten minutes, smoothed over the neighbouring half hours. A single weekday is drawn towards its kind (Monday to Friday, weekend), and that
 * towards all days, as a mean of few days should be: by the weight of {@link #PRIOR_DAYS} days.
 */
final class Profile {
    private static final int BIN = 10;
    private static final int BINS = 1_440 / BIN;
    /** Bins on each side with falling weight. */
    private static final int REACH = 3;
    /** How many days of its own a weekday needs to count as much as what it is drawn towards. */
    private static final double PRIOR_DAYS = 4;

    private static final int WEEKDAYS = 7;
    private static final int SATURDAY = 5;

    private final double[][] means;

    private Profile(double[][] means) {
        this.means = means;
    }

    /** Returns the profile of the values that are there; of none, NaN throughout. */
    static Profile of(double[] values, WallMinutes wall) {
        double[][] sums = new double[WEEKDAYS][BINS];
        double[][] counts = new double[WEEKDAYS][BINS];
        double sum = 0;
        double count = 0;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                int bin = wall.minuteOfDay(i) / BIN;
                sums[wall.weekday(i)][bin] += values[i];
                counts[wall.weekday(i)][bin]++;
                sum += values[i];
                count++;
            }
        }
        for (int day = 0; day < WEEKDAYS; day++) {
            sums[day] = smoothed(sums[day]);
            counts[day] = smoothed(counts[day]);
        }
        return new Profile(means(sums, counts, sum / count));
    }

    private static double[][] means(double[][] sums, double[][] counts, double mean) {
        double[] flat = new double[BINS];
        java.util.Arrays.fill(flat, mean);
        double[] all = drawn(sums, counts, 0, WEEKDAYS, flat, 0.5);
        double[] work = drawn(sums, counts, 0, SATURDAY, all, PRIOR_DAYS);
        double[] free = drawn(sums, counts, SATURDAY, WEEKDAYS, all, PRIOR_DAYS);
        double[][] means = new double[WEEKDAYS][];
        for (int day = 0; day < WEEKDAYS; day++) {
            means[day] = drawn(sums, counts, day, day + 1, day < SATURDAY ? work : free, PRIOR_DAYS);
        }
        return means;
    }

    /** Returns the means of some weekdays, drawn towards others by the weight of some days. */
    private static double[] drawn(
            double[][] sums, double[][] counts, int from, int to, double[] towards, double priorDays) {
        double prior = priorDays * BIN * (REACH + 1) * (REACH + 1);
        double[] means = new double[BINS];
        for (int bin = 0; bin < BINS; bin++) {
            double sum = prior * towards[bin];
            double count = prior;
            for (int day = from; day < to; day++) {
                sum += sums[day][bin];
                count += counts[day][bin];
            }
            means[bin] = sum / count;
        }
        return means;
    }

    private static double[] smoothed(double[] bins) {
        double[] smooth = new double[BINS];
        for (int bin = 0; bin < BINS; bin++) {
            for (int shift = -REACH; shift <= REACH; shift++) {
                smooth[bin] += (REACH + 1 - Math.abs(shift)) * bins[Math.floorMod(bin + shift, BINS)];
            }
        }
        return smooth;
    }

    /** Returns the usual value at each minute, on straight lines between the middles of the bins. */
    double[] along(WallMinutes wall) {
        double[] usual = new double[wall.length()];
        for (int i = 0; i < usual.length; i++) {
            double[] day = means[wall.weekday(i)];
            double at = (wall.minuteOfDay(i) + 0.5) / BIN - 0.5;
            int bin = (int) Math.floor(at);
            double before = day[Math.floorMod(bin, BINS)];
            usual[i] = before + (at - bin) * (day[Math.floorMod(bin + 1, BINS)] - before);
        }
        return usual;
    }
}
