package dev.daystream.source.fitbit;

import io.netty.handler.codec.http.QueryStringEncoder;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One request and its whole answer, within limits of time and size. */
final class Exchange {
    /** A day of one-second samples is 3 MB; an answer ten times that size is not a day. */
    static final int LARGEST_ANSWER = 32 * 1024 * 1024;

    private static final int CONNECT_MILLIS = 5_000;
    private static final int CONNECTIONS = 32;
    private static final int WAITING = 10_000;

    private final HttpClient client;
    private final URI base;
    private final Duration within;

    /**
     * Opens a client.
     *
     * @param within how long one exchange may take, to the end of its answer: a server that sends a byte now and then is never idle
     */
    Exchange(Vertx vertx, URI base, Duration within) {
        this.base = base;
        this.within = within;
        this.client = vertx.createHttpClient(
                new HttpClientOptions()
                        .setConnectTimeout(CONNECT_MILLIS)
                        .setKeepAliveTimeout(30)
                        .setDecompressionSupported(true),
                new PoolOptions().setHttp1MaxSize(CONNECTIONS).setMaxWaitQueueSize(WAITING));
    }

    /**
     * An answer.
     *
     * @param status HTTP status
     * @param headers its headers
     * @param body all of it
     */
    record Answer(int status, MultiMap headers, Buffer body) {}

    Future<Answer> get(String path, Map<String, String> headers) {
        return send(HttpMethod.GET, path, headers, null);
    }

    Future<Answer> postForm(String path, Map<String, String> headers, Map<String, String> form) {
        QueryStringEncoder encoder = new QueryStringEncoder("");
        form.forEach(encoder::addParam);
        String body = encoder.toString().substring(1);
        return send(HttpMethod.POST, path, headers, body);
    }

    Future<Void> close() {
        return client.close();
    }

    private Future<Answer> send(
            HttpMethod method,
            String path,
            Map<String, String> headers,
            @org.jspecify.annotations.Nullable String form) {
        RequestOptions options = new RequestOptions()
                .setMethod(method)
                .setAbsoluteURI(base.resolve(path).toString())
                .setConnectTimeout(CONNECT_MILLIS);
        headers.forEach(options::addHeader);
        return client.request(options).compose(request -> exchange(request, form));
    }

    private Future<Answer> exchange(HttpClientRequest request, @org.jspecify.annotations.Nullable String form) {
        Future<HttpClientResponse> response = form == null
                ? request.send()
                : request.putHeader("Content-Type", "application/x-www-form-urlencoded")
                        .send(form);
        return response.compose(Exchange::collect)
                .timeout(within.toMillis(), TimeUnit.MILLISECONDS)
                .recover(failure -> Future.failedFuture(failure instanceof TimeoutException ? tooSlow() : failure))
                .onFailure(failure -> request.reset());
    }

    private TimeoutException tooSlow() {
        return new TimeoutException("there was no whole answer within " + within.toMillis() / 1000.0 + " s");
    }

    private static Future<Answer> collect(HttpClientResponse response) {
        Promise<Answer> promise = Promise.promise();
        Buffer body = Buffer.buffer();
        response.handler(chunk -> {
            if (promise.future().isComplete()) {
                return;
            }
            if (body.length() + chunk.length() > LARGEST_ANSWER) {
                promise.tryFail(new AnswerTooLargeException());
            } else {
                body.appendBuffer(chunk);
            }
        });
        response.exceptionHandler(promise::tryFail);
        response.endHandler(end -> promise.tryComplete(new Answer(response.statusCode(), response.headers(), body)));
        return promise.future();
    }

    /** Says that an answer exceeded the limit and was cut off. */
    static final class AnswerTooLargeException extends Exception {
        private static final long serialVersionUID = 1L;

        AnswerTooLargeException() {
            super("the answer is larger than " + LARGEST_ANSWER / (1024 * 1024) + " MiB");
        }
    }
}
