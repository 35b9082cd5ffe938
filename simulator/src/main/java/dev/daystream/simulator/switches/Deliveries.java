package dev.daystream.simulator.switches;

import dev.daystream.simulator.world.Person;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Payloads as they are handed over: overlapping, spoilt, repeated, or not at all. Thread-safe. */
public final class Deliveries {
    private static final int MOST_KEPT = 512;

    private final Switches switches;
    private final Map<String, byte[]> kept = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
            return size() > MOST_KEPT;
        }
    };

    public Deliveries(Switches switches) {
        this.switches = switches;
    }

    /** Returns whether a payload does not exist for somebody's day. */
    public boolean isAbsent(Person person, LocalDate date, String payload) {
        return newest(Kind.MISSING, person, date, payload)
                .filter(missing -> missing.mode().equals("absent"))
                .isPresent();
    }

    /**
     * Returns what is handed over.
     *
     * @param path of the request: what is repeated is repeated by path
     * @param document makes the true document of a date
     */
    public byte[] handOver(
            Person person, LocalDate date, String payload, String path, Function<LocalDate, byte[]> document) {
        if (newest(Kind.DUPLICATE, person, date, payload).isEmpty()) {
            return fresh(person, date, payload, document);
        }
        return first(person.number() + path, () -> fresh(person, date, payload, document));
    }

    private byte[] first(String key, Supplier<byte[]> maker) {
        synchronized (kept) {
            return kept.computeIfAbsent(key, none -> maker.get());
        }
    }

    private byte[] fresh(Person person, LocalDate date, String payload, Function<LocalDate, byte[]> document) {
        byte[] body = document.apply(date);
        Optional<Switch> overlap = newest(Kind.OVERLAP, person, date, payload);
        if (overlap.isPresent()) {
            body = overlap.get().mode().equals("repeated")
                    ? Overlap.repeated(body)
                    : Overlap.withNeighbours(body, date, document);
        }
        Optional<Switch> corrupt = newest(Kind.CORRUPT, person, date, payload);
        return corrupt.isPresent() ? Corruption.apply(corrupt.get().mode(), body, date) : body;
    }

    private Optional<Switch> newest(Kind kind, Person person, LocalDate date, String payload) {
        return switches.newest(kind, person.number(), date, payload);
    }

    /** Forgets what was answered before. */
    public void forget() {
        synchronized (kept) {
            kept.clear();
        }
    }
}
