package dev.daystream.http;

import dev.daystream.export.DayAsk;
import dev.daystream.export.Export;
import dev.daystream.export.Exports;
import dev.daystream.export.Format;
import dev.daystream.export.SeriesAsk;
import dev.daystream.model.Resolution;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Exports as downloads, as fast as the client takes them. All of it happens on the server's one event loop. */
final class Downloads {
    /** Each holds a page of rows and a connection of the pool by turns. */
    private static final int AT_ONCE = 4;

    private static final Logger LOG = LoggerFactory.getLogger(Downloads.class);

    private final Vertx vertx;
    private final Map<String, Function<Parameters, Future<Export>>> operations;
    private int open;

    /** Downloads of these operations. */
    Downloads(Vertx vertx, Map<String, Function<Parameters, Future<Export>>> operations) {
        this.vertx = vertx;
        this.operations = operations;
    }

    /** Returns the downloads that there are. */
    static Downloads of(Vertx vertx, Exports exports) {
        return new Downloads(
                vertx,
                Map.of(
                        "exportSeries", parameters -> series(exports, parameters),
                        "exportDays", parameters -> days(exports, parameters)));
    }

    /** Returns whether an operation is a download. */
    boolean has(String operation) {
        return operations.containsKey(operation);
    }

    /** Answers with a download. */
    void open(String operation, Parameters parameters, RoutingContext context) {
        if (open >= AT_ONCE) {
            throw new ProblemException(
                    Problem.TOO_MANY_EXPORTS, AT_ONCE + " exports are under way already; try again later.");
        }
        open++;
        Objects.requireNonNull(operations.get(operation))
                .apply(parameters)
                .compose(export -> send(export, context))
                .onComplete(done -> open--)
                .onFailure(cause -> failed(cause, context));
    }

    private Future<Void> send(Export export, RoutingContext context) {
        HttpServerResponse response = context.response()
                .putHeader("Content-Type", export.format().mediaType())
                .putHeader("Content-Disposition", "attachment; filename=\"" + export.fileName() + "\"")
                .putHeader("Cache-Control", "no-store")
                .setChunked(true);
        if (export.format() == Format.PARQUET) {
            // Its pages are compressed already.
            response.putHeader("Content-Encoding", "identity");
        }
        if (context.request().method().equals(HttpMethod.HEAD)) {
            return response.end();
        }
        return export.send(
                        vertx,
                        bytes -> response.closed()
                                ? Future.failedFuture(new HttpClosedException("The client has gone"))
                                : response.write(bytes))
                .compose(rows -> response.end());
    }

    private static void failed(Throwable cause, RoutingContext context) {
        HttpServerResponse response = context.response();
        if (response.closed() || cause instanceof IOException) {
            LOG.debug("The client of {} has gone", context.request().path());
            response.reset();
            return;
        }
        if (response.headWritten()) {
            LOG.warn("The export {} broke off", context.request().uri(), cause);
            response.reset();
            return;
        }
        // What answers now is a document, not the file.
        response.setChunked(false).headers().remove("Content-Disposition").remove("Content-Encoding");
        context.fail(cause);
    }

    private static Future<Export> series(Exports exports, Parameters parameters) {
        List<String> metrics = parameters.texts("metrics");
        return exports.series(
                new SeriesAsk(
                        parameters.numbers("participants"),
                        metrics.isEmpty() ? ApiHandlers.DEFAULT_METRICS : metrics,
                        parameters.text("from"),
                        parameters.text("to"),
                        parameters.text("date"),
                        Resolution.of(String.valueOf(parameters.text("resolution"))),
                        parameters.requiredInt("points"),
                        ApiHandlers.fill(parameters),
                        String.valueOf(parameters.text("zone"))),
                format(parameters));
    }

    private static Future<Export> days(Exports exports, Parameters parameters) {
        return exports.days(
                new DayAsk(
                        parameters.numbers("participants"),
                        parameters.text("from"),
                        parameters.text("to"),
                        ApiHandlers.fill(parameters)),
                format(parameters));
    }

    private static Format format(Parameters parameters) {
        return Format.of(String.valueOf(parameters.text("format")));
    }
}
