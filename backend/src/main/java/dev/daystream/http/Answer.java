package dev.daystream.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * A JSON document that answers a request.
 *
 * @param status 200, or 202 for work that has been taken on
 * @param json UTF-8
 * @param resolution how fine its values are, for the measurements; null if it has none
 * @param location where the work can be watched; null if there is none
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes on their way out; never compared, never changed.
record Answer(
        int status,
        byte[] json,
        @Nullable String resolution,
        @Nullable String location) {
    Answer(byte[] json) {
        this(json, null);
    }

    Answer(byte[] json, @Nullable String resolution) {
        this(200, json, resolution, null);
    }

    /** Says that work has been taken on, and where it can be watched. */
    static Answer accepted(byte[] json, String location) {
        return new Answer(202, json, null, location);
    }

    /** Sends the document, or only that the client has it already. */
    void send(RoutingContext context) {
        HttpServerResponse response = context.response();
        if (response.closed() || response.ended()) {
            return;
        }
        if (location != null) {
            response.setStatusCode(status)
                    .putHeader("Location", location)
                    .putHeader("Cache-Control", "no-store")
                    .putHeader("Content-Type", "application/json")
                    .end(Buffer.buffer(json));
            return;
        }
        // Days are delivered again, so an answer may be kept but must be asked for again.
        String tag = tag();
        response.putHeader("ETag", tag).putHeader("Cache-Control", "private, no-cache");
        String known = context.request().getHeader("If-None-Match");
        if (known != null && known.contains(tag.substring(2))) {
            response.setStatusCode(304).end();
        } else {
            response.putHeader("Content-Type", "application/json").end(Buffer.buffer(json));
        }
    }

    private String tag() {
        CRC32C crc = new CRC32C();
        crc.update(json);
        return "W/\"%08x-%x\"".formatted(crc.getValue(), json.length);
    }
}
