package dev.daystream.http;

import static dev.daystream.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Promise;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/** One client of the stream of events. */
final class Listening implements AutoCloseable {
    private final AtomicReference<String> text = new AtomicReference<>("");
    private final HttpClientResponse response;

    Listening(ApiServer server, String lastEventId) {
        RequestOptions options = new RequestOptions()
                .setHost("127.0.0.1")
                .setPort(server.port())
                .setURI("/api/v1/events")
                .setMethod(HttpMethod.GET)
                .putHeader("Accept-Encoding", "gzip");
        if (!lastEventId.isEmpty()) {
            options.putHeader("Last-Event-ID", lastEventId);
        }
        Promise<HttpClientResponse> opened = Promise.promise();
        server.vertx()
                .runOnContext(go -> server.vertx()
                        .createHttpClient()
                        .request(options)
                        .compose(request -> request.send())
                        .map(answer -> {
                            answer.exceptionHandler(closed -> {});
                            answer.handler(part -> text.accumulateAndGet(part.toString(), String::concat));
                            return answer;
                        })
                        .onComplete(opened));
        response = await(opened.future());
        assertThat(response.getHeader("Content-Type")).isEqualTo("text/event-stream");
        waitFor("retry: ");
    }

    String text() {
        return Objects.requireNonNull(text.get());
    }

    String lastId() {
        String all = text();
        int at = all.lastIndexOf("id: ") + 4;
        return all.substring(at, all.indexOf('\n', at));
    }

    void waitFor(String expected) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!text().contains(expected)) {
            assertThat(System.nanoTime())
                    .as("still waiting for %s in %s", expected, text())
                    .isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    @Override
    public void close() {
        await(response.request().connection().close());
    }
}
