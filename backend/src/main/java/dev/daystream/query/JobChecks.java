package dev.daystream.query;

import dev.daystream.metrics.Catalog;
import dev.daystream.metrics.Metric;
import dev.daystream.metrics.Payload;
import dev.daystream.model.JobRequest;
import dev.daystream.store.ImputationRuns;
import dev.daystream.store.RunReader;
import dev.daystream.store.StatusReader;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether what a job is asked to do makes sense: what the contract's schema cannot say. */
final class JobChecks {
    private static final long LONGEST_DAYS = 3_660;

    private final ParticipantDirectory directory;
    private final StatusReader status;
    private final RunReader runs;
    private final ImputationRuns imputations;
    private final Catalog catalog;
    private final Clock clock;

    JobChecks(
            ParticipantDirectory directory,
            StatusReader status,
            RunReader runs,
            ImputationRuns imputations,
            Catalog catalog,
            Clock clock) {
        this.directory = directory;
        this.status = status;
        this.runs = runs;
        this.imputations = imputations;
        this.catalog = catalog;
        this.clock = clock;
    }

    /** Succeeds if it makes sense; fails with {@link InvalidParametersException} or {@link NoSuchParticipantException}. */
    Future<?> check(JobRequest request) {
        if (request instanceof JobRequest.Backfill backfill) {
            return backfill(backfill);
        }
        if (request instanceof JobRequest.Retry retry) {
            return retry(retry);
        }
        if (request instanceof JobRequest.Reparse reparse) {
            requireRange(reparse.from(), reparse.to(), null);
            requireDataType(reparse.dataType());
            return directory.find(reparse.participants());
        }
        if (request instanceof JobRequest.Impute impute) {
            requireRange(impute.from(), impute.to());
            requireImputed(impute.metrics());
            return directory.find(impute.participants());
        }
        if (request instanceof JobRequest.UndoImputation undo) {
            return undo(undo.run());
        }
        if (request instanceof JobRequest.Derive derive) {
            requireRange(derive.from(), derive.to());
            return directory.find(derive.participants());
        }
        if (request instanceof JobRequest.Verify verify && verify.lake() && verify.repair()) {
            throw new InvalidParametersException(
                    "repair", "it makes roll-ups anew; a payload that is lost cannot be made: leave out 'lake'");
        }
        return Future.succeededFuture();
    }

    private Future<?> backfill(JobRequest.Backfill request) {
        requireRange(request.from(), request.to(), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        return directory
                .find(request.participants())
                .compose(known -> status.positions().map(positions -> {
                    Set<Long> connected = positions.stream()
                            .map(StatusReader.Position::participant)
                            .collect(Collectors.toSet());
                    for (long id : request.participants()) {
                        if (!connected.contains(id)) {
                            throw new InvalidParametersException(
                                    "participants",
                                    "participant " + id + " has no source to fetch from; their data come from files");
                        }
                    }
                    return null;
                }));
    }

    private Future<?> retry(JobRequest.Retry request) {
        requireDataType(request.dataType());
        Long run = request.run();
        if (run == null) {
            return request.participant() == null
                    ? Future.succeededFuture()
                    : directory.find(List.of(request.participant()));
        }
        if (request.participant() != null || request.date() != null || request.dataType() != null) {
            throw new InvalidParametersException("run", "it says all; leave out the other fields");
        }
        return runs.byId(List.of(run)).map(found -> {
            RunReader.Run named = found.get(run);
            if (named == null || !named.state().equals("failed")) {
                throw new InvalidParametersException(
                        "run", named == null ? "there is no run " + run : "run " + run + " did not fail");
            }
            return null;
        });
    }

    private Future<?> undo(int run) {
        return imputations.find(run).map(found -> {
            String state = found.map(ImputationRuns.Run::state).orElse("unknown");
            switch (state) {
                case "unknown" -> throw new InvalidParametersException("run", "there is no imputation run " + run);
                case "running" -> throw new InvalidParametersException("run", "it is still at work; stop it first");
                case "undone" -> throw new InvalidParametersException("run", "it is undone already");
                default -> {
                    return null;
                }
            }
        });
    }

    private void requireImputed(List<String> keys) {
        List<String> imputed = catalog.metrics().stream()
                .filter(metric -> metric.impute() > 0)
                .map(Metric::key)
                .toList();
        for (String key : keys) {
            if (!imputed.contains(key)) {
                throw new InvalidParametersException(
                        "metrics", "'" + key + "' is never imputed; " + String.join(", ", imputed) + " are");
            }
        }
    }

    private static void requireRange(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from != null && to != null) {
            requireRange(from, to, null);
        }
    }

    private static void requireRange(LocalDate from, LocalDate to, @Nullable LocalDate latest) {
        List<ParameterError> errors = new ArrayList<>();
        if (from.isAfter(to)) {
            errors.add(new ParameterError("from", "it must not lie after 'to'; " + from + " lies after " + to));
        } else if (ChronoUnit.DAYS.between(from, to) >= LONGEST_DAYS) {
            errors.add(new ParameterError("from", "at most " + LONGEST_DAYS + " days at once"));
        }
        if (latest != null && to.isAfter(latest)) {
            errors.add(new ParameterError("to", to + " lies in the future"));
        }
        if (!errors.isEmpty()) {
            throw new InvalidParametersException(errors);
        }
    }

    private void requireDataType(@Nullable String key) {
        if (key != null && catalog.payloads().stream().map(Payload::key).noneMatch(key::equals)) {
            throw new InvalidParametersException("dataType", "there is no data type '" + key + "'");
        }
    }
}
