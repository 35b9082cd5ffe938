package dev.daystream.store;

import dev.daystream.model.ParticipantChange;
import io.vertx.core.json.JsonObject;

/** The form in which a change of a participant travels through the database, and in which the API tells it. */
public final class ParticipantChangeJson {
    private ParticipantChangeJson() {}

    /** Writes a change. */
    public static String write(ParticipantChange change) {
        return new JsonObject()
                .put("participant", change.participant())
                .put("changed", change.what().key())
                .encode();
    }

    /**
     * Reads a change.
     *
     * @throws RuntimeException if the text is not one
     */
    public static ParticipantChange read(String json) {
        JsonObject change = new JsonObject(json);
        return new ParticipantChange(
                change.getLong("participant"), ParticipantChange.What.of(change.getString("changed")));
    }
}
