package dev.daystream.http;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Live events for browsers (server-sent events). All of it happens on the server's one event loop.
 *
 * <p>The last thousand events are kept for clients that come back. A client that does not take what it is sent is dropped: it comes back
 * by itself and gets what it missed.
 */
final class EventStream {
    private static final int KEPT = 1_000;
    private static final int CLIENTS = 100;
    private static final int UNSENT_BYTES = 256 * 1_024;
    private static final long PING_MILLIS = 15_000;

    private final Context context;
    private final ArrayDeque<Event> kept = new ArrayDeque<>();
    private final Set<HttpServerResponse> clients = new LinkedHashSet<>();
    private long lastId;
    /** Up to this one, events are no longer kept. */
    private long forgotten;

    private long timer;

    /** An event; of job 0 if it is of none. */
    private record Event(long id, String text, long job) {}

    /**
     * Makes a stream without clients.
     *
     * @param context the event loop
     * @param firstId what ids start above; higher at every start, so that ids rise over restarts too
     */
    EventStream(Context context, long firstId) {
        this.context = context;
        this.lastId = firstId;
        this.forgotten = firstId;
    }

    /** Begins to ping. */
    void start(Vertx vertx) {
        timer = vertx.setPeriodic(PING_MILLIS, id -> send("event: ping\ndata: {}\n\n"));
    }

    /** Ends all streams. */
    void stop(Vertx vertx) {
        vertx.cancelTimer(timer);
        List.copyOf(clients).forEach(HttpServerResponse::end);
        clients.clear();
    }

    /** Tells of a committed day; from any thread. */
    void day(String json) {
        context.runOnContext(go -> tell("day", json, 0));
    }

    /** Tells of a changed participant; from any thread. */
    void participant(String json) {
        context.runOnContext(go -> tell("participant", json, 0));
    }

    /** Tells where a job stands; from any thread. Who comes back needs only the last that was told of it. */
    void job(String json, long job) {
        context.runOnContext(go -> {
            kept.removeIf(event -> event.job() == job);
            tell("job", json, job);
        });
    }

    private void tell(String name, String json, long job) {
        Event event = new Event(++lastId, "id: " + lastId + "\nevent: " + name + "\ndata: " + json + "\n\n", job);
        kept.addLast(event);
        if (kept.size() > KEPT) {
            forgotten = kept.removeFirst().id();
        }
        send(event.text());
    }

    /** Tells that events were missed, so that clients must load again; from any thread. */
    void gap() {
        context.runOnContext(go -> {
            kept.clear();
            forgotten = ++lastId;
            send(reset());
        });
    }

    /** Answers a client with the stream. */
    void open(RoutingContext routing) {
        HttpServerResponse response = routing.response();
        if (clients.size() >= CLIENTS) {
            throw new ProblemException(Problem.TOO_MANY_STREAMS, CLIENTS + " clients listen already; try again later.");
        }
        response.putHeader("Content-Type", "text/event-stream")
                .putHeader("Cache-Control", "no-store")
                // Compression would hold events back.
                .putHeader("Content-Encoding", "identity")
                .setChunked(true);
        response.setWriteQueueMaxSize(UNSENT_BYTES);
        response.closeHandler(gone -> clients.remove(response));
        response.exceptionHandler(gone -> clients.remove(response));
        response.write("retry: 2000\n\n" + missed(routing.request()));
        clients.add(response);
    }

    private String missed(HttpServerRequest request) {
        String last = request.getHeader("Last-Event-ID");
        if (last == null) {
            return "";
        }
        Long seen = number(last);
        // The client is up to date, or what it lacks is still kept; anything else is unknown here.
        if (seen == null || seen > lastId || seen < forgotten) {
            return reset();
        }
        List<String> events = new ArrayList<>();
        for (Event event : kept) {
            if (event.id() > seen) {
                events.add(event.text());
            }
        }
        return String.join("", events);
    }

    private String reset() {
        return "id: " + lastId + "\nevent: reset\ndata: {}\n\n";
    }

    private static @Nullable Long number(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private void send(String text) {
        for (HttpServerResponse client : List.copyOf(clients)) {
            if (client.writeQueueFull()) {
                clients.remove(client);
                client.reset();
            } else {
                client.write(text);
            }
        }
    }
}
