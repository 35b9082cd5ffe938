package dev.daystream.export;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;

/** An export that has been asked for and may be as large as it is expected to be; good for one time. */
public final class Export {
    private final Format format;
    private final String fileName;
    private final Table table;
    private final About about;
    private final RowSource source;
    private final long limit;

    /** Where the bytes go. */
    public interface Sink {
        /** Takes some; the next come when the future has succeeded, and none if it has failed. */
        Future<Void> write(Buffer bytes);
    }

    Export(Format format, String fileName, Table table, About about, RowSource source, long limit) {
        this.format = format;
        this.fileName = fileName;
        this.table = table;
        this.about = about;
        this.source = source;
        this.limit = limit;
    }

    /** Returns how it is written. */
    public Format format() {
        return format;
    }

    /** Returns a name for the file, of letters, digits, dots, hyphens and underscores. */
    public String fileName() {
        return fileName;
    }

    /**
     * Reads page by page and hands on what is written of each; no more than a page is held at any time.
     *
     * @return the number of rows; fails if reading or the sink does, or with {@link TooManyRowsException}
     */
    public Future<Long> send(Vertx vertx, Sink sink) {
        Promise<Long> sent = Promise.promise();
        vertx.executeBlocking(() -> format.writer(table, about, limit), false)
                .onFailure(sent::fail)
                .onSuccess(writer -> step(vertx, writer, sink, sent));
        return sent.future();
    }

    /** One page after the other by a promise, lest a chain of futures grow with every page. */
    private void step(Vertx vertx, RowWriter writer, Sink sink, Promise<Long> sent) {
        source.next()
                .compose(part -> written(vertx, writer, part)
                        .compose(bytes -> bytes.length() == 0 ? Future.succeededFuture() : sink.write(bytes))
                        .map(done -> part.isEmpty()))
                .onFailure(sent::fail)
                .onSuccess(last -> {
                    if (last) {
                        sent.complete(writer.rows());
                    } else {
                        step(vertx, writer, sink, sent);
                    }
                });
    }

    private static Future<Buffer> written(Vertx vertx, RowWriter writer, Optional<RowSource.Part> part) {
        return vertx.executeBlocking(
                () -> {
                    if (part.isPresent()) {
                        part.get().write(writer);
                    } else {
                        writer.end();
                    }
                    return writer.take();
                },
                false);
    }
}
