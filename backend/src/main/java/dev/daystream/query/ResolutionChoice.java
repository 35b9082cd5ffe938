package dev.daystream.query;

import dev.daystream.model.Resolution;

/** Chooses how fine a series is told. */
final class ResolutionChoice {
    private ResolutionChoice() {}

    /**
     * Returns the finest resolution with which a series is expected to stay within a number of points.
     *
     * <p>A roll-up is considered only where it is coarser than the series itself; of a weight per day there are no minutes.
     *
     * @param rangeMillis length of the time asked for
     * @param cadence expected seconds between samples
     * @param points wanted points at most; if even the coarsest has more, it is the coarsest
     */
    static Resolution finest(long rangeMillis, int cadence, int points) {
        Resolution chosen = Resolution.RAW;
        long spacing = cadence * 1_000L;
        for (Resolution coarser : Resolution.values()) {
            if (ceilDiv(rangeMillis, spacing) <= points) {
                break;
            }
            if (coarser.millis() > spacing) {
                chosen = coarser;
                spacing = coarser.millis();
            }
        }
        return chosen;
    }

    private static long ceilDiv(long range, long spacing) {
        return -Math.floorDiv(-range, spacing);
    }
}
