package dev.daystream.ingest;

import dev.daystream.impute.GapRules;
import dev.daystream.impute.Imputer;
import dev.daystream.metrics.Catalog;
import dev.daystream.model.SeriesInfo;
import dev.daystream.model.TimeRange;
import dev.daystream.model.ZoneHistory;
import dev.daystream.store.DirectoryReader.Entry;
import dev.daystream.store.ImputedDays;
import dev.daystream.store.ImputedDays.Basis;
import dev.daystream.store.ImputedDays.Batch;
import dev.daystream.store.ImputedDays.Day;
import dev.daystream.store.ImputedDays.Made;
import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Some weeks of one participant, filled together: read once, computed on a worker, written series by series. */
final class ImputationBlock {
    /** Days of a block, counted from the epoch, so that a day is always filled from the same weeks around it. */
    static final int DAYS = 28;

    private static final int ROUNDS = 3;

    private final Shared shared;
    private final Entry entry;
    private final LocalDate first;
    private final LocalDate last;
    private final AtomicInteger writtenDays = new AtomicInteger();

    /**
     * What all blocks of a run have in common.
     *
     * @param run its number; 0 for a dry run
     */
    record Shared(
            int run,
            Imputer method,
            List<String> metrics,
            Catalog catalog,
            PersonMinutesReader minutes,
            ImputedDays days,
            WorkerExecutor workers,
            ImputationTally tally) {
        boolean isDry() {
            return run == 0;
        }
    }

    ImputationBlock(Shared shared, Entry entry, LocalDate first, LocalDate last) {
        this.shared = shared;
        this.entry = entry;
        this.first = first;
        this.last = last;
    }

    /** Returns the first day of the block after the one that a date lies in. */
    static LocalDate next(LocalDate date) {
        return start(date).plusDays(DAYS);
    }

    private static LocalDate start(LocalDate date) {
        return LocalDate.ofEpochDay(Math.floorDiv(date.toEpochDay(), DAYS) * DAYS);
    }

    /** Fills what is to be filled; returns how many days of a series were written. */
    Future<Integer> run() {
        return round(1).map(done -> writtenDays.get())
                .onSuccess(done -> shared.tally().daysDone(last.toEpochDay() - first.toEpochDay() + 1));
    }

    private record Plan(ImputationInputs inputs, Map<SeriesInfo, Map<LocalDate, Basis>> wanted) {}

    private Future<Void> round(int round) {
        return plan(round).compose(plan -> {
            if (plan.wanted().isEmpty()) {
                return Future.succeededFuture();
            }
            return shared.minutes()
                    .read(entry, shared.metrics(), window())
                    .compose(read -> shared.workers().executeBlocking(() -> compute(plan, read), false))
                    .compose(batches -> write(batches, 0, 0))
                    .compose(stale -> {
                        if (stale > 0 && round < ROUNDS) {
                            return round(round + 1);
                        }
                        shared.tally().skipped(stale);
                        return Future.succeededFuture();
                    });
        });
    }

    /** Finds the days that an earlier run has not made, or not from what is there today. */
    private Future<Plan> plan(int round) {
        List<SeriesInfo> series = entry.series().stream()
                .filter(info -> shared.metrics().contains(info.metric()))
                .toList();
        List<Integer> ids = series.stream().map(SeriesInfo::id).toList();
        // What is delivered is read before the values: what changes in between is found out when the values are
        // written.
        return shared.days()
                .inputs(entry.participant().id(), first.minusDays(1), last.plusDays(1))
                .compose(found -> shared.days().made(ids, first, last).map(made -> {
                    ImputationInputs inputs = new ImputationInputs(shared.catalog(), entry, found);
                    Map<SeriesInfo, Map<LocalDate, Basis>> wanted = new LinkedHashMap<>();
                    for (SeriesInfo info : series) {
                        Map<LocalDate, Basis> days = unmade(info, inputs, made, round);
                        if (!days.isEmpty()) {
                            wanted.put(info, days);
                        }
                    }
                    return new Plan(inputs, wanted);
                }));
    }

    private Map<LocalDate, Basis> unmade(SeriesInfo series, ImputationInputs inputs, List<Made> made, int round) {
        List<LocalDate> dates = inputs.dates(series).stream()
                .filter(date -> !date.isBefore(first) && !date.isAfter(last))
                .toList();
        Map<LocalDate, Basis> days = new HashMap<>(inputs.bases(series, dates));
        for (Made one : made) {
            if (one.series() == series.id()
                    && one.method().equals(shared.method().key())
                    && one.version() == shared.method().version()
                    && days.remove(one.date(), one.basis())
                    && round == 1) {
                shared.tally().kept(1);
            }
        }
        return days;
    }

    private TimeRange window() {
        ZoneHistory zones = entry.participant().zones();
        LocalDate start = start(first);
        return zones.day(start.minusDays(DAYS)).hull(zones.day(start.plusDays(2L * DAYS - 1)));
    }

    private List<Batch> compute(Plan plan, PersonMinutes read) {
        var wear = read.wear();
        Set<LocalDate> wearKnown = plan.inputs().wearKnown();
        List<Batch> batches = new ArrayList<>();
        plan.wanted().forEach((series, bases) -> {
            GapRules rules = new GapRules(
                    shared.catalog().get(series.metric()),
                    entry.enrolment(),
                    entry.participant().zones(),
                    plan.inputs().of(series),
                    wearKnown,
                    wear,
                    read.sleeps());
            List<Day> days = new SeriesFilling(shared.method(), rules, series, read.material(series)).days(bases);
            batches.add(new Batch(
                    shared.run(),
                    entry.participant().id(),
                    series.id(),
                    plan.inputs().dataTypes(series),
                    days));
        });
        return batches;
    }

    /** Writes the batches from the {@code next}-th on; returns how many days had changed meanwhile. */
    private Future<Integer> write(List<Batch> batches, int next, int stale) {
        if (next == batches.size()) {
            return Future.succeededFuture(stale);
        }
        Batch batch = batches.get(next);
        Future<Set<LocalDate>> written = shared.isDry()
                ? Future.succeededFuture(batch.days().stream().map(Day::date).collect(Collectors.toSet()))
                : StoreRetry.of(() -> shared.days().write(batch)).map(Set::copyOf);
        return written.compose(dates -> {
            writtenDays.addAndGet(shared.isDry() ? 0 : dates.size());
            for (Day day : batch.days()) {
                if (dates.contains(day.date())) {
                    shared.tally().made(day);
                }
            }
            return write(batches, next + 1, stale + batch.days().size() - dates.size());
        });
    }
}
