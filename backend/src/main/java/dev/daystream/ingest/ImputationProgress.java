package dev.daystream.ingest;

import dev.daystream.store.ImputationRuns.Counts;

/**
 * How far a run of imputation is.
 *
 * @param run its number; 0 for a dry run
 * @param participants whom it looks at
 * @param days participant-days that it looks at
 * @param daysDone participant-days that are done with
 * @param counts what it has done
 * @param cancelled whether it was stopped before its end
 */
public record ImputationProgress(
        int run, int participants, long days, long daysDone, Counts counts, boolean cancelled) {}
