package dev.daystream.simulator.http;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The faults that are switched on, oldest first. Thread-safe. */
final class Faults {
    private final List<Fault> active = new ArrayList<>();

    synchronized void add(Fault fault) {
        if (fault.times() > 0) {
            active.add(fault);
        }
    }

    synchronized void clear() {
        active.clear();
    }

    /** Returns the fault that befalls a path now, counting it, or null. */
    synchronized @Nullable Fault take(String path) {
        for (int i = 0; i < active.size(); i++) {
            Fault fault = active.get(i);
            if (path.contains(fault.pathContains())) {
                if (fault.times() == 1) {
                    active.remove(i);
                } else {
                    active.set(i, fault.once());
                }
                return fault;
            }
        }
        return null;
    }
}
