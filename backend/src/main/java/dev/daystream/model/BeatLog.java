package dev.daystream.model;

import io.vertx.core.Future;
import java.util.Map;

/** Keeps the last times of rare beats, so that a restart does not forget them. */
public interface BeatLog {
    /** Keeps nothing. */
    BeatLog NONE = new BeatLog() {
        @Override
        public Future<Map<String, BeatState.Past>> recall() {
            return Future.succeededFuture(Map.of());
        }

        @Override
        public Future<Void> keep(String key, BeatState.Past past) {
            return Future.succeededFuture();
        }
    };

    /** Returns the last time of each beat, by its key. */
    Future<Map<String, BeatState.Past>> recall();

    /** Keeps the last time of a beat. */
    Future<Void> keep(String key, BeatState.Past past);
}
