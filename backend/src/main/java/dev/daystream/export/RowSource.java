package dev.daystream.export;

import io.vertx.core.Future;
import java.io.IOException;
import java.util.Optional;

/** Rows, page by page; the next page is asked for when the last has been written. */
interface RowSource {
    /** Some rows. */
    interface Part {
        /** Writes them; may take time, so not for event loops. */
        void write(RowWriter to) throws IOException;
    }

    /** Reads the next page; empty after the last. */
    Future<Optional<Part>> next();
}
