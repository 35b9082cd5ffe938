package dev.daystream.ingest;

import dev.daystream.ingest.Ending.Reason;
import dev.daystream.lake.Lake;
import dev.daystream.metrics.Catalog;
import dev.daystream.metrics.Payload;
import dev.daystream.model.Delivery;
import dev.daystream.model.ParsedDay;
import dev.daystream.model.Participant;
import dev.daystream.model.Run;
import dev.daystream.model.Trigger;
import dev.daystream.source.Fetched;
import dev.daystream.source.PayloadParser;
import dev.daystream.source.Source;
import dev.daystream.source.SourceException;
import dev.daystream.store.DayStore;
import dev.daystream.store.RunStore;
import dev.daystream.store.UnacceptableData;
import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings in one delivery: fetch, keep, parse, put in place, record. Never fails: how it ended is its result. */
public final class DeliveryIngest {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryIngest.class);

    private final Catalog catalog;
    private final Lake lake;
    private final DayStore days;
    private final RunStore runs;
    private final WorkerExecutor workers;
    private final Clock clock;
    private final IngestWatch watch;

    public DeliveryIngest(
            Catalog catalog,
            Lake lake,
            DayStore days,
            RunStore runs,
            WorkerExecutor workers,
            Clock clock,
            IngestWatch watch) {
        this.catalog = catalog;
        this.lake = lake;
        this.days = days;
        this.runs = runs;
        this.workers = workers;
        this.clock = clock;
        this.watch = watch;
    }

    /** What a run is about, and what is known of it so far. */
    private record Attempt(
            Participant participant, Payload payload, Delivery delivery, Trigger trigger, Instant startedAt) {
        Run run(
                @Nullable Integer fetchMillis,
                @Nullable Integer parseMillis,
                @Nullable Long bytes,
                int attempts,
                @Nullable String place) {
            return new Run(delivery, trigger, startedAt, fetchMillis, parseMillis, bytes, attempts, place);
        }

        /** Returns the zones that wall times are read with. */
        String zones() {
            return participant.zones().around(delivery.date());
        }

        int sinceStart(Clock clock) {
            return (int) (clock.millis() - startedAt.toEpochMilli());
        }
    }

    /** Fetches a data type of a participant's local day and puts it in place. */
    public Future<Ending> fetch(
            Source source, Participant participant, Payload payload, LocalDate date, Trigger trigger) {
        Attempt attempt = attempt(participant, payload, date, trigger);
        return source.fetch(participant.id(), payload, date)
                .compose(fetched -> take(attempt, source.parserOf(payload), source.parserVersion(), fetched))
                .recover(failure -> fail(attempt, failure));
    }

    /** Puts bytes in place that are at hand already, such as a slice of a file. */
    public Future<Ending> take(
            Participant participant,
            Payload payload,
            LocalDate date,
            Trigger trigger,
            PayloadParser parser,
            int parserVersion,
            byte[] bytes) {
        Attempt attempt = attempt(participant, payload, date, trigger);
        return take(attempt, parser, parserVersion, new Fetched(bytes, 0)).recover(failure -> fail(attempt, failure));
    }

    private Attempt attempt(Participant participant, Payload payload, LocalDate date, Trigger trigger) {
        Delivery delivery = new Delivery(participant.id(), payload.source(), payload.key(), date);
        return new Attempt(participant, payload, delivery, trigger, clock.instant());
    }

    private Future<Ending> take(Attempt attempt, PayloadParser parser, int version, Fetched fetched) {
        int fetchMillis = attempt.sinceStart(clock);
        long size = fetched.payload().length;
        return workers.executeBlocking(() -> Lake.hash(fetched.payload()), false)
                .compose(hash -> days.inEffect(attempt.delivery()).compose(before -> {
                    if (before.isPresent() && before.get().holds(hash, version, attempt.zones())) {
                        Run run = attempt.run(fetchMillis, null, size, fetched.attempts(), null);
                        return runs.unchanged(run, before.get().revision()).map(done -> ended(run, Ending.unchanged()));
                    }
                    return workers.executeBlocking(() -> read(attempt, parser, hash, fetched.payload()), false)
                            .compose(read -> store(
                                    attempt.run(
                                            fetchMillis,
                                            read.reading().millis(),
                                            size,
                                            fetched.attempts(),
                                            read.place()),
                                    hash,
                                    version,
                                    attempt,
                                    read));
                }));
    }

    /** A payload that is kept, and what it says. */
    private record Read(String place, PayloadReading reading) {}

    private Read read(Attempt attempt, PayloadParser parser, String hash, byte[] bytes) throws IOException {
        // Kept before it is read: also what cannot be read is evidence, and can be replayed once the parser can.
        String place = lake.write(attempt.delivery(), hash, bytes);
        var context = new PayloadParser.Context(
                catalog,
                attempt.payload(),
                attempt.delivery().date(),
                attempt.participant().zones());
        return new Read(place, PayloadReading.of(parser, bytes, context));
    }

    private Future<Ending> store(Run run, String hash, int version, Attempt attempt, Read read) {
        ParsedDay day = read.reading().day();
        if (day == null) {
            String error = "The payload cannot be read: " + read.reading().error()
                    + ". What was in place stays; the payload is kept at " + read.place();
            LOG.warn("{}: {}", run.delivery(), error);
            Duration wait = read.reading().retryAfter();
            return runs.failed(run, error)
                    .map(done -> ended(
                            run,
                            wait == null
                                    ? Ending.failed(Reason.UNREADABLE, error)
                                    : Ending.retry(Reason.PENDING, error, wait)));
        }
        long begin = System.nanoTime();
        var content = new DayStore.Content(hash, version, owned(attempt.payload()), day, attempt.zones());
        return StoreRetry.of(() -> days.replace(run, content))
                .map(outcome -> {
                    if (outcome.stored()) {
                        watch.stored(run, day, Duration.ofNanos(System.nanoTime() - begin));
                    }
                    return ended(run, ending(outcome, day));
                })
                .recover(failure -> notStored(run, failure));
    }

    /** Returns the metrics that a data type can bring samples of. */
    static List<String> owned(Payload payload) {
        return payload.series().values().stream()
                .map(Payload.Target::metric)
                .distinct()
                .toList();
    }

    private static Ending ending(DayStore.Outcome outcome, ParsedDay day) {
        return switch (outcome.kind()) {
            case STORED -> Ending.stored(day.sampleCount());
            case UNCHANGED -> Ending.unchanged();
            case REFUSED ->
                Ending.refused("A payload with " + day.sampleCount() + " samples is shorter than what is in place");
        };
    }

    /** Records that a payload was fetched and read but could not be put in place, if the database lets it. */
    private Future<Ending> notStored(Run run, Throwable failure) {
        String error = "The day could not be put in place; what was there stays: " + failure.getMessage();
        // What the database does not accept today it will not accept tomorrow: later days need not wait for it.
        Ending ending = UnacceptableData.is(failure)
                ? Ending.failed(Reason.STORE, error)
                : Ending.retry(Reason.STORE, error, Duration.ZERO);
        LOG.warn("{}: {}", run.delivery(), error);
        ended(run, ending);
        return runs.failed(run, error).map(ending).otherwise(ending);
    }

    /** Records a failure, if the database lets it. */
    private Future<Ending> fail(Attempt attempt, Throwable failure) {
        Ending ending = failure instanceof SourceException source
                ? Ending.of(source)
                : Ending.retry(
                        Reason.STORE,
                        "The day could not be put in place; what was there stays: " + failure.getMessage(),
                        Duration.ZERO);
        int attempts = failure instanceof SourceException source ? source.attempts() : 0;
        LOG.warn("{}: {}", attempt.delivery(), ending.error());
        Run run = attempt.run(attempt.sinceStart(clock), null, null, attempts, null);
        ended(run, ending);
        return runs.failed(run, String.valueOf(ending.error())).map(ending).otherwise(ending);
    }

    private Ending ended(Run run, Ending ending) {
        watch.ended(run, ending);
        return ending;
    }
}
