package dev.daystream.store;

import dev.daystream.model.DayEvent;
import io.vertx.core.json.JsonObject;

/** How a day event travels through the database's notifications and to clients. */
final class DayEvents {
    private DayEvents() {}

    static String write(DayEvent event) {
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
}
