package dev.daystream.ingest;

import dev.daystream.impute.GapRules;
import dev.daystream.impute.Imputer;
import dev.daystream.impute.Imputers;
import dev.daystream.metrics.Catalog;
import dev.daystream.metrics.Metric;
import dev.daystream.model.JobRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is to be imputed.
 *
 * @param participants ids; everybody if empty
 * @param metrics keys; all that may be imputed if empty
 * @param from first local day, or null for each participant's first
 * @param to last local day, included, or null for each participant's last
 * @param method key of the method, or null for the standard one of each metric
 * @param dryRun finds out what would be made, and writes nothing
 * @param trigger who asks: cli or api
 */
public record ImputationRequest(
        List<Long> participants,
        List<String> metrics,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String method,
        boolean dryRun,
        String trigger) {
    public ImputationRequest {
        participants = participants.stream().distinct().toList();
        metrics = metrics.stream().distinct().toList();
    }

    /**
     * Returns what a job asks for.
     *
     * @param trigger who asks: cli or api
     */
    public static ImputationRequest of(JobRequest.Impute job, String trigger) {
        return new ImputationRequest(
                job.participants(), job.metrics(), job.from(), job.to(), job.method(), job.dryRun(), trigger);
    }

    /**
     * Returns the metrics that are meant.
     *
     * @throws IllegalArgumentException if one does not exist or is never imputed
     */
    List<String> metrics(Catalog catalog) {
        List<String> known = catalog.metrics().stream()
                .filter(GapRules::imputes)
                .map(Metric::key)
                .toList();
        for (String metric : metrics) {
            if (catalog.find(metric) == null) {
                throw new IllegalArgumentException("There is no metric " + metric + ".");
            }
            if (!known.contains(metric)) {
                throw new IllegalArgumentException(
                        "The metric " + metric + " is never imputed; " + String.join(", ", known) + " are.");
            }
        }
        return metrics.isEmpty() ? known : metrics;
    }

    /**
     * Returns the methods that are meant, each with its metrics; there is a run for each.
     *
     * @throws IllegalArgumentException if there is no such method, or something is wrong with a metric
     */
    Map<Imputer, List<String>> parts(Catalog catalog) {
        Imputer named = named();
        Map<Imputer, List<String>> parts = new LinkedHashMap<>();
        for (String metric : metrics(catalog)) {
            Imputer imputer = named == null ? Imputers.standard(catalog.get(metric)) : named;
            parts.computeIfAbsent(imputer, key -> new ArrayList<>()).add(metric);
        }
        return parts;
    }

    private @Nullable Imputer named() {
        if (method == null) {
            return null;
        }
        Imputer found = Imputers.find(method);
        if (found == null) {
            throw new IllegalArgumentException("There is no method " + method + "; there are "
                    + Imputers.all().stream().map(Imputer::key).collect(Collectors.joining(", ")) + ".");
        }
        return found;
    }

    /**
     * Checks all that can be checked without the database.
     *
     * @throws IllegalArgumentException if something is wrong; the message says what
     */
    public void check(Catalog catalog) {
        parts(catalog);
        if (from != null && to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("The last day, " + to + ", lies before the first, " + from + ".");
        }
    }

    /** Returns what is kept of it with the run. */
    Map<String, Object> parameters() {
        Map<String, Object> kept = new LinkedHashMap<>();
        if (!participants.isEmpty()) {
            kept.put("participants", participants);
        }
        if (!metrics.isEmpty()) {
            kept.put("metrics", metrics);
        }
        if (from != null) {
            kept.put("from", from.toString());
        }
        if (to != null) {
            kept.put("to", to.toString());
        }
        return kept;
    }
}
