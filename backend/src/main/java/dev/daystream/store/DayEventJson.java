package dev.daystream.store;

import dev.daystream.model.DayEvent;
import dev.daystream.model.Trigger;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;

/** The form in which a day event travels through the database, and in which the API tells it. */
public final class DayEventJson {
    private DayEventJson() {}

    /** Writes an event. */
    public static String write(DayEvent event) {
        return new JsonObject()
                .put("participant", event.participant())
                .put("source", event.source())
                .put("dataType", event.dataType())
                .put("date", event.date().toString())
                .put("revision", event.revision())
                .put("samples", event.samples())
                .put("trigger", event.trigger().key())
                .encode();
    }

    /**
     * Reads an event.
     *
     * @throws RuntimeException if the text is not one
     */
    public static DayEvent read(String json) {
        JsonObject event = new JsonObject(json);
        return new DayEvent(
                event.getLong("participant"),
                event.getString("source"),
                event.getString("dataType"),
                LocalDate.parse(event.getString("date")),
                event.getInteger("revision"),
                event.getInteger("samples"),
                Trigger.of(event.getString("trigger")));
    }
}
