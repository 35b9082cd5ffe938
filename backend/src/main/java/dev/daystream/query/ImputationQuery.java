package dev.daystream.query;

import dev.daystream.store.ImputationRuns;
import dev.daystream.store.ImputationRuns.Run;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs of imputation, newest first. */
public final class ImputationQuery {
    private final ImputationRuns runs;

    /**
     * Some runs.
     *
     * @param runs newest first
     * @param next cursor of the next page, or null
     */
    public record Page(List<Run> runs, @Nullable String next) {}

    ImputationQuery(ImputationRuns runs) {
        this.runs = runs;
    }

    /**
     * Returns a page of runs.
     *
     * @param limit runs on a page
     * @param cursor where to begin, or null for the newest
     */
    public Future<Page> page(int limit, @Nullable String cursor) {
        String parameters = "imputation-runs|" + limit;
        long before = cursor == null
                ? Long.MAX_VALUE
                : Cursor.decode(cursor, parameters).position();
        return runs.list(before, limit + 1).map(found -> {
            List<Run> some = found.subList(0, Math.min(limit, found.size()));
            String next = found.size() <= limit
                    ? null
                    : new Cursor(some.get(limit - 1).id(), "").encode(parameters);
            return new Page(some, next);
        });
    }

    /** Returns one run, if there is one of that number. */
    public Future<Optional<Run>> find(long run) {
        return runs.find(run);
    }
}
