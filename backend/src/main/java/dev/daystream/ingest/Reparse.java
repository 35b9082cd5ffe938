package dev.daystream.ingest;

import dev.daystream.lake.Lake;
import dev.daystream.metrics.Catalog;
import dev.daystream.metrics.Payload;
import dev.daystream.model.Change;
import dev.daystream.model.Delivery;
import dev.daystream.model.ParsedDay;
import dev.daystream.model.Participant;
import dev.daystream.model.Run;
import dev.daystream.model.Trigger;
import dev.daystream.source.ParserSet;
import dev.daystream.source.PayloadParser;
import dev.daystream.store.DayStore;
import dev.daystream.store.ParticipantStore;
import dev.daystream.store.PayloadReader;
import dev.daystream.store.PayloadReader.InEffect;
import dev.daystream.store.RunStore;
import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads payloads of the lake again with the parsers, the catalogue and the participants' zones of today, and puts in place what they now
 * say. Needs no network. Days that say the same are left alone, so it may be broken off and repeated; safe while days are taken in.
 */
public final class Reparse {
    private static final int AT_ONCE = 8;

    private final Catalog catalog;
    private final Map<String, ParserSet> parsers;
    private final Lake lake;
    private final PayloadReader payloads;
    private final ParticipantStore participants;
    private final DayStore days;
    private final RunStore runs;
    private final WorkerExecutor workers;
    private final Clock clock;
    private final Limiter limiter = new Limiter(AT_ONCE);

    public Reparse(
            Catalog catalog,
            Map<String, ParserSet> parsers,
            Lake lake,
            PayloadReader payloads,
            ParticipantStore participants,
            DayStore days,
            RunStore runs,
            WorkerExecutor workers,
            Clock clock) {
        this.catalog = catalog;
        this.parsers = Map.copyOf(parsers);
        this.lake = lake;
        this.payloads = payloads;
        this.participants = participants;
        this.days = days;
        this.runs = runs;
        this.workers = workers;
        this.clock = clock;
    }

    /**
     * What came of one payload.
     *
     * @param delivery of which it is
     * @param kind what came of it
     * @param parserBefore version of the parser whose reading was in effect
     * @param parserNow version of the parser that read it now; 0 if none did
     * @param samples samples that the new reading has
     * @param changes what the new reading changes
     * @param error why it could not be read; null if it could
     */
    public record Result(
            Delivery delivery,
            Kind kind,
            int parserBefore,
            int parserNow,
            int samples,
            List<Change> changes,
            @Nullable String error) {
        /** What came of it. */
        public enum Kind {
            /** The new reading says the same. */
            SAME,
            /** It says something else, and is in effect now, or would be. */
            CHANGED,
            /** Another payload took effect meanwhile, which the parsers of today have read already. */
            OVERTAKEN,
            /** It could not be read; what is in place stays. */
            FAILED
        }
    }

    /** Returns the payloads in effect that match. */
    public Future<List<InEffect>> payloads(PayloadReader.Filter filter) {
        return payloads.inEffect(filter);
    }

    /**
     * Reads payloads of one participant again; data types at once, days of one in an order in which none writes over another.
     *
     * @param dryRun finds out what would change, and writes nothing
     * @param watch is told of each payload, from several threads
     */
    public Future<Void> run(long participant, List<InEffect> chosen, boolean dryRun, Consumer<Result> watch) {
        return participants.find(participant).compose(found -> {
            Participant whose = found.orElseThrow();
            var byType = chosen.stream()
                    .collect(Collectors.groupingBy(one ->
                            one.delivery().source() + "/" + one.delivery().dataType()));
            return Future.join(byType.values().stream()
                            .map(days -> ReparseOrder.of(days, whose.zones()).iterator())
                            .map(days -> Steps.untilDone(() -> days.hasNext()
                                    ? next(whose, days.next(), dryRun, watch)
                                    : Future.succeededFuture(true)))
                            .toList())
                    .mapEmpty();
        });
    }

    private Future<Boolean> next(Participant whose, InEffect one, boolean dryRun, Consumer<Result> watch) {
        return limiter.run(() -> again(whose, one, dryRun).onSuccess(watch::accept))
                .map(false);
    }

    /** Bytes that were read, or why not. */
    private record Reading(
            @Nullable ParsedDay day,
            int version,
            int bytes,
            int millis,
            @Nullable String error) {
        static Reading failed(String error) {
            return new Reading(null, 0, 0, 0, error);
        }
    }

    private Future<Result> again(Participant participant, InEffect one, boolean dryRun) {
        Instant startedAt = clock.instant();
        return workers.executeBlocking(() -> read(participant, one), false).compose(reading -> {
            Run run = new Run(
                    one.delivery(),
                    Trigger.REPARSE,
                    startedAt,
                    null,
                    reading.millis(),
                    reading.bytes() == 0 ? null : (long) reading.bytes(),
                    0,
                    one.place());
            ParsedDay day = reading.day();
            if (day == null) {
                return unreadable(run, one, reading, dryRun);
            }
            String zones = participant.zones().around(one.delivery().date());
            return compare(run, one, reading, day, zones, dryRun)
                    .recover(failure -> unreadable(
                            run, one, Reading.failed("the store refused it: " + failure.getMessage()), dryRun));
        });
    }

    private Future<Result> compare(
            Run run, InEffect one, Reading reading, ParsedDay day, String zones, boolean dryRun) {
        Payload payload =
                catalog.payload(one.delivery().source(), one.delivery().dataType());
        var content = new DayStore.Content(one.hash(), reading.version(), DeliveryIngest.owned(payload), day, zones);
        return dryRun
                ? days.differences(run, content).map(changes -> result(one, reading, day, changes, true))
                : StoreRetry.of(() -> days.reparse(run, content))
                        .map(done -> result(one, reading, day, done.changes(), done.current()));
    }

    private static Result result(InEffect one, Reading reading, ParsedDay day, List<Change> changes, boolean current) {
        Result.Kind kind =
                !current ? Result.Kind.OVERTAKEN : changes.isEmpty() ? Result.Kind.SAME : Result.Kind.CHANGED;
        return new Result(
                one.delivery(), kind, one.parserVersion(), reading.version(), day.sampleCount(), changes, null);
    }

    private Future<Result> unreadable(Run run, InEffect one, Reading reading, boolean dryRun) {
        String error = String.valueOf(reading.error());
        Result result = new Result(one.delivery(), Result.Kind.FAILED, one.parserVersion(), 0, 0, List.of(), error);
        return dryRun
                ? Future.succeededFuture(result)
                : runs.failed(run, "The payload could not be read again: " + error + ". What was in place stays")
                        .map(result)
                        .otherwise(result);
    }

    private Reading read(Participant participant, InEffect one) {
        ParserSet parser = parsers.get(one.delivery().source());
        if (parser == null) {
            return Reading.failed("no parser knows the source " + one.delivery().source());
        }
        if (one.place() == null) {
            return Reading.failed("it is not recorded where the payload lies");
        }
        try {
            byte[] bytes = lake.read(one.place());
            if (!Lake.hash(bytes).equals(one.hash())) {
                return Reading.failed("the payload is damaged: its bytes do not have the hash on record");
            }
            Payload payload =
                    catalog.payload(one.delivery().source(), one.delivery().dataType());
            var context =
                    new PayloadParser.Context(catalog, payload, one.delivery().date(), participant.zones());
            PayloadReading read = PayloadReading.of(parser.byPayload().apply(payload), bytes, context);
            return new Reading(read.day(), parser.version(), bytes.length, read.millis(), read.error());
        } catch (NoSuchFileException e) {
            return Reading.failed("the payload is not in the lake at " + one.place());
        } catch (IOException e) {
            return Reading.failed("the payload is damaged: " + e.getMessage());
        } catch (IllegalArgumentException | NoSuchElementException e) {
            return Reading.failed("the catalogue no longer knows the data type");
        }
    }
}
