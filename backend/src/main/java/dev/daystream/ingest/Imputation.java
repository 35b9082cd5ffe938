package dev.daystream.ingest;

import dev.daystream.impute.Imputer;
import dev.daystream.metrics.Catalog;
import dev.daystream.store.Database;
import dev.daystream.store.DirectoryReader;
import dev.daystream.store.DirectoryReader.Entry;
import dev.daystream.store.ImputationRuns;
import dev.daystream.store.ImputationRuns.End;
import dev.daystream.store.ImputedDays;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes values for gaps, in a layer of their own (docs/imputation.md). Safe while days are taken in: a day whose deliveries change meanwhile
 * is made again or left to the next run. May be broken off and repeated; what has been made and still holds is left alone.
 */
public final class Imputation {
    private static final int PARTICIPANTS_AT_ONCE = 3;
    private static final int PAGE = 500;
    private static final long SIGN_OF_LIFE_MILLIS = 2_000;

    private final Vertx vertx;
    private final Catalog catalog;
    private final WorkerExecutor workers;
    private final DirectoryReader directory;
    private final PersonMinutesReader minutes;
    private final ImputedDays days;
    private final ImputationRuns runs;
    private final Limiter limiter = new Limiter(PARTICIPANTS_AT_ONCE);

    /** Some days of somebody. */
    private record Person(Entry entry, LocalDate first, LocalDate last) {
        long days() {
            return last.toEpochDay() - first.toEpochDay() + 1;
        }
    }

    /** Makes it, on a database; methods compute on the workers. */
    public Imputation(Vertx vertx, Database database, Catalog catalog, WorkerExecutor workers) {
        this.vertx = vertx;
        this.catalog = catalog;
        this.workers = workers;
        this.directory = new DirectoryReader(database);
        this.minutes = new PersonMinutesReader(database, catalog);
        this.days = new ImputedDays(database);
        this.runs = new ImputationRuns(database);
    }

    /**
     * Runs a request.
     *
     * @param watch is told of each step, from several threads
     * @return how it ended; fails with {@link IllegalArgumentException} if the request is wrong, before anything is written
     */
    public Future<ImputationProgress> run(
            ImputationRequest request, Consumer<ImputationProgress> watch, Cancellation cancellation) {
        try {
            request.check(catalog);
        } catch (IllegalArgumentException e) {
            return Future.failedFuture(e);
        }
        return people(request)
                .compose(people -> begin(request, people).compose(parts -> run(parts, people, watch, cancellation)));
    }

    /** Begins a run for each method, so that what is recorded of a value is how it was made. */
    private Future<List<ImputationBlock.Shared>> begin(ImputationRequest request, List<Person> people) {
        Future<List<ImputationBlock.Shared>> begun = Future.succeededFuture(new ArrayList<>());
        for (Map.Entry<Imputer, List<String>> part : request.parts(catalog).entrySet()) {
            Imputer method = part.getKey();
            begun = begun.compose(before -> begin(request, method).map(run -> {
                before.add(new ImputationBlock.Shared(
                        run,
                        method,
                        part.getValue(),
                        catalog,
                        minutes,
                        days,
                        workers,
                        new ImputationTally(
                                people.size(),
                                people.stream().mapToLong(Person::days).sum())));
                return before;
            }));
        }
        return begun;
    }

    private Future<Integer> begin(ImputationRequest request, Imputer method) {
        return request.dryRun()
                ? Future.succeededFuture(0)
                : runs.begin(method.key(), method.version(), request.parameters(), request.trigger());
    }

    /**
     * Takes all values of a run away.
     *
     * @return how many; fails with {@link IllegalArgumentException} if there is no such run, if it is at work, or if it is undone already
     */
    public Future<Long> undo(int run) {
        return StoreRetry.of(() -> runs.undo(run)).map(found -> {
            var undone =
                    found.orElseThrow(() -> new IllegalArgumentException("There is no imputation run " + run + "."));
            if (!undone.accepted()) {
                throw new IllegalArgumentException(
                        undone.state().equals("running")
                                ? "Imputation run " + run + " is still at work. Stop it first."
                                : "Imputation run " + run + " is undone already.");
            }
            return undone.removed();
        });
    }

    /** Returns the runs so far. */
    public ImputationRuns runs() {
        return runs;
    }

    private Future<ImputationProgress> run(
            List<ImputationBlock.Shared> parts,
            List<Person> people,
            Consumer<ImputationProgress> watch,
            Cancellation cancellation) {
        Cancellation broken = new Cancellation();
        long life = vertx.setPeriodic(
                SIGN_OF_LIFE_MILLIS,
                timer -> parts.stream()
                        .filter(part -> !part.isDry())
                        .forEach(part -> runs.progress(part.run(), part.tally().counts())));
        List<Future<Void>> work = people.stream()
                .map(person -> limiter.run(
                        () -> chain(parts, person, watch, cancellation, broken).onFailure(cause -> broken.cancel())))
                .toList();
        return Future.join(work)
                .onComplete(done -> vertx.cancelTimer(life))
                .transform(done -> end(parts, cancellation, done.cause()));
    }

    private Future<ImputationProgress> end(
            List<ImputationBlock.Shared> parts, Cancellation cancellation, @Nullable Throwable cause) {
        ImputationProgress reached = ImputationTally.progress(parts, false);
        // Who was asked to stop and had nothing left to do was not stopped.
        boolean cancelled = cancellation.isCancelled() && reached.daysDone() < reached.days();
        ImputationProgress progress = ImputationTally.progress(parts, cancelled);
        End end = cause != null ? End.FAILED : cancelled ? End.CANCELLED : End.DONE;
        Future<?> recorded = Future.join(parts.stream()
                .filter(part -> !part.isDry())
                .map(part ->
                        runs.end(part.run(), part.tally().counts(), end, cause == null ? null : cause.getMessage()))
                .toList());
        return cause == null ? recorded.map(progress) : recorded.transform(done -> Future.failedFuture(cause));
    }

    private Future<Void> chain(
            List<ImputationBlock.Shared> parts,
            Person person,
            Consumer<ImputationProgress> watch,
            Cancellation cancellation,
            Cancellation broken) {
        LocalDate[] next = {person.first()};
        AtomicInteger written = new AtomicInteger();
        return Steps.untilDone(() -> {
                    if (cancellation.isCancelled() || broken.isCancelled()) {
                        return Future.succeededFuture(true);
                    }
                    LocalDate first = next[0];
                    LocalDate last =
                            min(person.last(), ImputationBlock.next(first).minusDays(1));
                    next[0] = last.plusDays(1);
                    return blocks(parts, person.entry(), first, last).map(days -> {
                        written.addAndGet(days);
                        boolean over = next[0].isAfter(person.last());
                        if (over) {
                            parts.forEach(part -> part.tally().participantDone());
                        }
                        watch.accept(ImputationTally.progress(parts, false));
                        return over;
                    });
                })
                .eventually(() -> written.get() > 0
                        ? runs.announce(List.of(person.entry().participant().id()))
                        : Future.succeededFuture());
    }

    /** Does some days by one method after the other; returns how many days of a series were written. */
    private static Future<Integer> blocks(
            List<ImputationBlock.Shared> parts, Entry entry, LocalDate first, LocalDate last) {
        Future<Integer> written = Future.succeededFuture(0);
        for (ImputationBlock.Shared part : parts) {
            written = written.compose(before ->
                    new ImputationBlock(part, entry, first, last).run().map(days -> before + days));
        }
        return written;
    }

    private Future<List<Person>> people(ImputationRequest request) {
        Future<List<Entry>> found = request.participants().isEmpty()
                ? everybody(0, new ArrayList<>())
                : directory.find(request.participants()).map(entries -> known(request, entries));
        return found.map(entries -> {
            List<Person> people = new ArrayList<>();
            for (Entry entry : entries) {
                LocalDate first = entry.firstDay();
                LocalDate last = entry.lastDay();
                if (first != null && last != null) {
                    first = request.from() == null || first.isAfter(request.from()) ? first : request.from();
                    last = request.to() == null ? last : min(last, request.to());
                    if (!first.isAfter(last)) {
                        people.add(new Person(entry, first, last));
                    }
                }
            }
            return people;
        });
    }

    private static List<Entry> known(ImputationRequest request, List<Entry> entries) {
        for (long id : request.participants()) {
            if (entries.stream().noneMatch(entry -> entry.participant().id() == id)) {
                throw new IllegalArgumentException("There is no participant " + id + ".");
            }
        }
        return entries;
    }

    private Future<List<Entry>> everybody(long after, List<Entry> found) {
        return directory.page(after, PAGE).compose(entries -> {
            found.addAll(entries);
            return entries.size() < PAGE
                    ? Future.succeededFuture(found)
                    : everybody(entries.get(PAGE - 1).participant().id(), found);
        });
    }

    private static LocalDate min(LocalDate one, LocalDate two) {
        return one.isBefore(two) ? one : two;
    }
}
