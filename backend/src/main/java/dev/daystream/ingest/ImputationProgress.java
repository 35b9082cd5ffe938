package dev.daystream.ingest;

import dev.daystream.store.ImputationRuns.Counts;
import java.util.List;

/**
 * How far an imputation is.
 *
 * @param runs numbers of its runs, one for each method; none for a dry run
 * @param participants whom it looks at
 * @param days participant-days that it looks at
 * @param daysDone participant-days that are done with
 * @param counts what it has done
 * @param cancelled whether it was stopped before its end
 */
public record ImputationProgress(
        List<Integer> runs, int participants, long days, long daysDone, Counts counts, boolean cancelled) {}
