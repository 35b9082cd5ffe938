package dev.daystream.simulator.http;

import dev.daystream.simulator.world.Correction;
import dev.daystream.simulator.world.DayModel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The late syncs that tests have asked for. Thread-safe. */
final class Corrections {
    private record Key(int person, String date, String payload) {}

    private final Map<Key, Correction> corrections = new ConcurrentHashMap<>();

    void put(int person, String date, String payload, Correction correction) {
        corrections.put(new Key(person, date, payload), correction);
    }

    void clear() {
        corrections.clear();
    }

    /** Returns a day as one payload shows it now. */
    DayModel apply(DayModel model, String payload) {
        Key key = new Key(model.person().number(), model.day().date().toString(), payload);
        Correction correction = corrections.get(key);
        return correction == null ? model : correction.apply(model);
    }
}
