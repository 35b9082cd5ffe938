package dev.daystream.ingest;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** Stands between the source and its server: keeps the paths of requests, and lets a test answer some itself. */
public final class Gateway {
    private final HttpClient client;
    private final int behind;
    private final List<String> paths = new CopyOnWriteArrayList<>();
    private volatile Predicate<HttpServerRequest> instead = request -> false;
    private HttpServer server;

    private Gateway(Vertx vertx, int behind) {
        this.client = vertx.createHttpClient();
        this.behind = behind;
        this.server = vertx.createHttpServer().requestHandler(this::handle);
    }

    static Future<Gateway> start(Vertx vertx, int behind) {
        Gateway gateway = new Gateway(vertx, behind);
        return gateway.server.listen(0, "127.0.0.1").map(gateway);
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.actualPort());
    }

    /** Has some requests answered by the test; the predicate says whether it did. */
    public void answerInstead(Predicate<HttpServerRequest> answer) {
        instead = answer;
    }

    /** Returns how many requests had that in their path. */
    public long count(String part) {
        return paths.stream().filter(path -> path.contains(part)).count();
    }

    public void forget() {
        paths.clear();
    }

    private void handle(HttpServerRequest request) {
        paths.add(request.path());
        if (instead.test(request)) {
            return;
        }
        HttpServerResponse response = request.response();
        request.body()
                .compose(body -> client.request(new RequestOptions()
                                .setHost("127.0.0.1")
                                .setPort(behind)
                                .setMethod(request.method())
                                .setURI(request.uri()))
                        .compose(onward -> {
                            request.headers().forEach((name, value) -> {
                                if (!name.equalsIgnoreCase("Content-Length") && !name.equalsIgnoreCase("Host")) {
                                    onward.putHeader(name, value);
                                }
                            });
                            return onward.send(body);
                        }))
                .compose(answer -> answer.body().compose(body -> {
                    response.setStatusCode(answer.statusCode());
                    answer.headers().forEach((name, value) -> {
                        if (!name.equalsIgnoreCase("Content-Length") && !name.equalsIgnoreCase("Transfer-Encoding")) {
                            response.putHeader(name, value);
                        }
                    });
                    return response.end(body);
                }))
                .onFailure(failure -> request.connection().close());
    }
}
