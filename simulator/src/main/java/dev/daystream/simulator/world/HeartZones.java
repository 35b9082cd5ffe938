package dev.daystream.simulator.world;

import java.time.LocalDate;
import java.util.List;

/**
 * The four zones of a person by heart-rate reserve.
 *
 * @param fatBurn lowest rate of fat burn, beats per minute
 * @param cardio lowest rate of cardio
 * @param peak lowest rate of peak
 */
public record HeartZones(int fatBurn, int cardio, int peak) {
    /** The vendor's names, lowest first. */
    public static final List<String> NAMES = List.of("Out of Range", "Fat Burn", "Cardio", "Peak");

    /** Returns the zones of a person on a date. */
    public static HeartZones of(Person person, LocalDate date) {
        double rest = person.body().restingHeartRate();
        double reserve = 220 - person.age(date) - rest;
        return new HeartZones((int) Math.round(rest + 0.40 * reserve), (int) Math.round(rest + 0.60 * reserve), (int)
                Math.round(rest + 0.85 * reserve));
    }

    /** Returns 0 (out of range) to 3 (peak) for beats per minute. */
    public int zone(int rate) {
        return rate < fatBurn ? 0 : rate < cardio ? 1 : rate < peak ? 2 : 3;
    }

    /** Returns the lowest rate of a zone. */
    public int lowest(int zone) {
        return switch (zone) {
            case 0 -> 30;
            case 1 -> fatBurn;
            case 2 -> cardio;
            default -> peak;
        };
    }

    /** Returns the rate at which a zone ends. */
    public int highest(int zone) {
        return zone == 3 ? 220 : lowest(zone + 1);
    }

    /** Returns the active zone minutes that a minute in a zone earns. */
    public static int earned(int zone) {
        return Math.min(zone, 2);
    }
}
