package dev.daystream.http;

import static dev.daystream.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.config.DatabaseSettings;
import dev.daystream.metrics.Catalog;
import dev.daystream.query.Queries;
import dev.daystream.query.Service;
import dev.daystream.store.Announcements;
import dev.daystream.store.Database;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.HostAndPort;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A real server on a free port with a real database; every answer of the API is checked against the contract. */
final class ApiServer implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    private final Vertx vertx = Vertx.vertx();
    private final Database database;
    private final Announcements announcements;
    private final HttpApi api;
    private final HttpClient client;
    private final ContractCheck contract;
    final Readiness readiness = new Readiness();

    record Answered(int status, MultiMap headers, Buffer body) {
        JsonObject json() {
            return body.toJsonObject();
        }
    }

    ApiServer(DatabaseSettings settings, @Nullable Path site) {
        this(settings, site, Service.NONE);
    }

    /** As above, with a service behind it. */
    ApiServer(DatabaseSettings settings, @Nullable Path site, Service service) {
        this(settings, site, service, NOW);
    }

    /** As above, at another instant. */
    ApiServer(DatabaseSettings settings, @Nullable Path site, Service service, Instant now) {
        database = Database.open(vertx, settings);
        announcements = await(Announcements.listen(vertx, database));
        Catalog catalog = Catalog.bundled();
        Queries queries =
                Queries.of(database, announcements, catalog, Clock.fixed(now, java.time.ZoneOffset.UTC), service);
        HttpSettings http = new HttpSettings(0, "127.0.0.1", Set.of("study.example"), site, "1.2.3", 120, now);
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        api = await(HttpApi.start(vertx, http, queries, catalog, registry, readiness));
        client = vertx.createHttpClient();
        contract = new ContractCheck(vertx);
        readiness.ready();
    }

    int port() {
        return api.port();
    }

    Vertx vertx() {
        return vertx;
    }

    /** Asks the API for what lies below its root and checks the answer against the contract. */
    Answered get(String path, String... headers) {
        Answered answered = send(HttpMethod.GET, "/api/v1" + path, headers);
        if (answered.status() != 304) {
            contract.check(
                    HttpMethod.GET,
                    path.replaceAll("\\?.*", ""),
                    answered.status(),
                    answered.headers().get("Content-Type"),
                    answered.body());
        }
        return answered;
    }

    /** As {@link #get}, and the answer must be what was asked for. */
    JsonObject ok(String path) {
        Answered answered = get(path);
        assertThat(answered.status()).as(answered.body().toString()).isEqualTo(200);
        return answered.json();
    }

    /** Sends JSON to what lies below the API's root and checks the answer against the contract. */
    Answered post(String path, String json, String... headers) {
        return json(HttpMethod.POST, path, json, headers);
    }

    /** As {@link #post}, by any method. */
    Answered json(HttpMethod method, String path, String json, String... headers) {
        String[] all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = "application/json";
        Answered answered = sendBody(method, "/api/v1" + path, json, all);
        contract.check(
                method,
                path.replaceAll("\\?.*", ""),
                answered.status(),
                answered.headers().get("Content-Type"),
                answered.body());
        return answered;
    }

    /** Sends any request without a body; of the headers, names and values take turns. */
    Answered send(HttpMethod method, String uri, String... headers) {
        return sendBody(method, uri, "", headers);
    }

    /** Sends any request; of the headers, names and values take turns. */
    Answered sendBody(HttpMethod method, String uri, String sent, String... headers) {
        RequestOptions options = new RequestOptions()
                .setHost("127.0.0.1")
                .setPort(port())
                .setURI(uri)
                .setMethod(method);
        Promise<Answered> answered = Promise.promise();
        // On one event loop, so that no part of the answer comes before somebody waits for it.
        vertx.runOnContext(go -> client.request(options)
                .compose(request -> {
                    for (int i = 0; i < headers.length; i += 2) {
                        if (headers[i].equals("Host")) {
                            request.authority(HostAndPort.authority(headers[i + 1], port()));
                        } else {
                            request.putHeader(headers[i], headers[i + 1]);
                        }
                    }
                    return sent.isEmpty() ? request.send() : request.send(sent);
                })
                .compose(response ->
                        response.body().map(body -> new Answered(response.statusCode(), response.headers(), body)))
                .onComplete(answered));
        return await(answered.future());
    }

    @Override
    public void close() {
        await(api.close());
        await(announcements.close());
        await(database.close());
        await(vertx.close());
    }
}
