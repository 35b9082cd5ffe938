package dev.daystream.query;

import dev.daystream.store.RunReader;
import dev.daystream.store.RunReader.Filter;
import dev.daystream.store.RunReader.Run;
import io.vertx.core.Future;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The history of ingest runs, newest first. */
public final class RunQuery {
    private final RunReader reader;

    /**
     * Some runs.
     *
     * @param runs newest first
     * @param next cursor of the next page, or null
     */
    public record Page(List<Run> runs, @Nullable String next) {}

    RunQuery(RunReader reader) {
        this.reader = reader;
    }

    /**
     * Returns a page of runs.
     *
     * @param participant whose, or null for all
     * @param state in which state, or null for any
     * @param trigger from what cause, or null for any
     * @param dataType of which type, or null for all
     * @param limit runs on a page
     * @param cursor where to begin, or null for the newest
     */
    public Future<Page> page(
            @Nullable Long participant,
            @Nullable String state,
            @Nullable String trigger,
            @Nullable String dataType,
            int limit,
            @Nullable String cursor) {
        Filter filter = new Filter(participant, state, trigger, dataType);
        String parameters = "runs|" + filter + "|" + limit;
        long before = cursor == null
                ? Long.MAX_VALUE
                : Cursor.decode(cursor, parameters).position();
        return reader.runs(filter, before, limit + 1).map(found -> {
            List<Run> runs = found.subList(0, Math.min(limit, found.size()));
            String next = found.size() <= limit
                    ? null
                    : new Cursor(runs.get(limit - 1).id(), "").encode(parameters);
            return new Page(runs, next);
        });
    }
}
