package dev.daystream.http;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.FileSystemAccess;
import io.vertx.ext.web.handler.StaticHandler;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Files: the contract, its rendering, the explanation of problems, and the dashboard. */
final class Site {
    private static final String IMMUTABLE = "public, max-age=31536000, immutable";

    private final Contract contract;
    private final @Nullable Path directory;

    Site(Contract contract, @Nullable Path directory) {
        this.contract = contract;
        this.directory = directory;
    }

    /** Mounts what lies below {@code /api}. */
    void mountDocuments(Router router) {
        String text = new String(contract.text(), StandardCharsets.UTF_8);
        router.route("/api/openapi.yaml")
                .handler(context -> noCache(context.response())
                        .putHeader("Content-Type", "application/yaml")
                        .end(text));
        String problems = ProblemPage.html();
        router.route(Problem.PAGE)
                .handler(context -> noCache(context.response())
                        .putHeader("Content-Type", "text/html; charset=utf-8")
                        .end(problems));
        router.route("/api/docs").handler(context -> {
            if (context.request().path().equals("/api/docs")) {
                context.redirect("/api/docs/");
            } else {
                context.next();
            }
        });
        if (directory != null) {
            Path docs = directory.resolve("api-docs");
            router.route("/api/docs/*")
                    .handler(context -> noCacheAtEnd(context))
                    .handler(files(docs));
        }
    }

    /** Mounts the dashboard; must come last. */
    void mountDashboard(Router router) {
        if (directory == null) {
            return;
        }
        router.route("/*").handler(this::cacheByName).handler(files(directory)).handler(this::page);
    }

    /** The dashboard finds its own way: whatever a browser navigates to is the one page. */
    private void page(RoutingContext context) {
        String accept = context.request().getHeader("Accept");
        if (directory != null && accept != null && accept.contains("text/html")) {
            context.response()
                    .putHeader("Content-Type", "text/html; charset=utf-8")
                    .sendFile(directory.resolve("index.html").toString())
                    .onFailure(missing -> context.next());
        } else {
            context.next();
        }
    }

    private void cacheByName(RoutingContext context) {
        // The build puts a hash of the content into the names of what lies there.
        boolean hashed = context.request().path().startsWith("/assets/");
        context.addHeadersEndHandler(end ->
                context.response().putHeader("Cache-Control", hashed && found(context) ? IMMUTABLE : "no-cache"));
        context.next();
    }

    private static boolean found(RoutingContext context) {
        return context.response().getStatusCode() < 400;
    }

    private static void noCacheAtEnd(RoutingContext context) {
        context.addHeadersEndHandler(end -> noCache(context.response()));
        context.next();
    }

    private static HttpServerResponse noCache(HttpServerResponse response) {
        return response.putHeader("Cache-Control", "no-cache");
    }

    private static StaticHandler files(Path directory) {
        return StaticHandler.create(
                        FileSystemAccess.ROOT, directory.toAbsolutePath().toString())
                .setIncludeHidden(false)
                .setDirectoryListing(false);
    }
}
