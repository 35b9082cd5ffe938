package dev.daystream.ingest;

import dev.daystream.lake.Lake;
import dev.daystream.model.Excerpts;
import dev.daystream.source.fitbit.RecordTexts;
import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Shows records of payloads in the lake; of JSON only, as lines of a file are not those of the day that was cut from it. */
public final class LakeExcerpts implements Excerpts {
    private final Lake lake;
    private final WorkerExecutor workers;

    public LakeExcerpts(Lake lake, WorkerExecutor workers) {
        this.lake = lake;
        this.workers = workers;
    }

    @Override
    public Future<Map<String, String>> of(String place, Set<String> positions) {
        Set<String> pointers =
                positions.stream().filter(position -> position.startsWith("/")).collect(Collectors.toSet());
        return pointers.isEmpty()
                ? Future.succeededFuture(Map.of())
                : workers.executeBlocking(() -> read(place, pointers), false);
    }

    /** A payload that is lost or damaged shows nothing; that it is, a check of the lake tells. */
    private Map<String, String> read(String place, Set<String> pointers) {
        try {
            return RecordTexts.of(lake.read(place), pointers, LONGEST);
        } catch (IOException e) {
            return Map.of();
        }
    }
}
