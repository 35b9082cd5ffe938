package dev.daystream.simulator.world;

import java.util.List;
import java.util.function.LongPredicate;

/**
 * What the watch measures in the main sleep only.
 *
 * @param oxygen one reading a minute, with holes
 * @param variability one reading per five minutes
 * @param breathing means of the night
 */
public record NightSignals(List<Oxygen> oxygen, List<Variability> variability, Breathing breathing) {

    /**
     * Blood oxygen.
     *
     * @param at epoch second
     * @param tenths of a percent
     */
    public record Oxygen(long at, int tenths) {}

    /**
     * Heart-rate variability of five minutes.
     *
     * @param at first instant, epoch second
     * @param rmssd ms
     * @param coverage share of beats used, 0 to 1
     * @param highFrequency power of 0.15 to 0.4 Hz, ms²
     * @param lowFrequency power of 0.04 to 0.15 Hz, ms²
     * @param deep whether it was deep sleep
     */
    public record Variability(
            long at, double rmssd, double coverage, double highFrequency, double lowFrequency, boolean deep) {
        Variability at(long other) {
            return new Variability(other, rmssd, coverage, highFrequency, lowFrequency, deep);
        }
    }

    /**
     * Breaths per minute.
     *
     * @param full of the whole night
     * @param deep in deep sleep
     * @param rem in REM sleep
     * @param light in light sleep
     */
    public record Breathing(double full, double deep, double rem, double light) {}

    public NightSignals {
        oxygen = List.copyOf(oxygen);
        variability = List.copyOf(variability);
    }

    /** Returns the mean RMSSD of the night, or of deep sleep alone, in ms; 0 without readings. */
    public double meanVariability(boolean deepOnly) {
        return variability.stream()
                .filter(reading -> reading.deep() || !deepOnly)
                .mapToDouble(Variability::rmssd)
                .average()
                .orElse(0);
    }

    /** Returns the readings of the instants, in epoch seconds, that are wanted. */
    NightSignals filtered(LongPredicate wanted) {
        return new NightSignals(
                oxygen.stream().filter(reading -> wanted.test(reading.at())).toList(),
                variability.stream()
                        .filter(reading -> wanted.test(reading.at()))
                        .toList(),
                breathing);
    }
}
