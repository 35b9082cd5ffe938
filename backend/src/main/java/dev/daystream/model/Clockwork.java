package dev.daystream.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the running service does again and again. */
public interface Clockwork {
    /** Key of the beat that verifies roll-ups. */
    String VERIFY = "verify";

    /** Where no service runs. */
    Clockwork STILL = new Clockwork() {
        @Override
        public List<BeatState> beats() {
            return List.of();
        }

        @Override
        public @Nullable RefreshState refreshed() {
            return null;
        }
    };

    /** Returns all beats, in the order in which they were set up. */
    List<BeatState> beats();

    /** Returns the last refresh of roll-ups since the start of the service; null before the first. */
    @Nullable
    RefreshState refreshed();
}
