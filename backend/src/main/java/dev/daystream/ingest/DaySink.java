package dev.daystream.ingest;

import dev.daystream.lake.Lake;
import dev.daystream.model.ParsedDay;
import dev.daystream.model.Participant;
import dev.daystream.model.Rejection;
import dev.daystream.model.Trigger;
import dev.daystream.source.BadPayloadException;
import dev.daystream.source.fitabase.ExportDay;
import dev.daystream.source.fitabase.ExportFile;
import dev.daystream.source.fitabase.FitabaseParsers;
import dev.daystream.store.PayloadReader;
import dev.daystream.store.PayloadReader.InEffect;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Stores the days of one file. Called by the thread that reads the file; days are stored while it reads on. */
final class DaySink implements ExportFile.Sink {
    private static final int DAYS_AT_ONCE = 12;
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private final ExportFile file;
    private final ImportedParticipants participants;
    private final SliceJoin join;
    private final PayloadReader payloads;
    private final DeliveryIngest deliveries;
    private final ImportReport report;
    private final FileImport.Progress progress;
    private final Semaphore room = new Semaphore(DAYS_AT_ONCE);
    private final Map<Long, Map<LocalDate, InEffect>> stored = new HashMap<>();

    DaySink(
            ExportFile file,
            ImportedParticipants participants,
            SliceJoin join,
            PayloadReader payloads,
            DeliveryIngest deliveries,
            ImportReport report,
            FileImport.Progress progress) {
        this.file = file;
        this.participants = participants;
        this.join = join;
        this.payloads = payloads;
        this.deliveries = deliveries;
        this.report = report;
        this.progress = progress;
    }

    /** @throws CancellationException if the import is to stop */
    @Override
    public void day(ExportDay day) {
        if (progress.isStopping()) {
            throw new CancellationException();
        }
        report.read(file, day);
        if (day.isEmpty()) {
            return;
        }
        Participant participant = participants.make(day.externalId());
        try {
            store(participant, day);
        } catch (IOException | BadPayloadException e) {
            report.stored(
                    file,
                    day,
                    participant,
                    Ending.failed(
                            Ending.Reason.UNREADABLE,
                            "rows of %s on %s were not joined: %s"
                                    .formatted(day.externalId(), day.date(), e.getMessage())));
        }
    }

    private void store(Participant participant, ExportDay day) throws IOException, BadPayloadException {
        Map<LocalDate, InEffect> known = stored.computeIfAbsent(participant.id(), this::storedDays);
        InEffect before = known.get(day.date());
        byte[] bytes = day.canonicalBytes();
        ParsedDay says = day.day();
        if (before == null && hasOtherStep(participant, day, known)) {
            report.otherStep(file);
            return;
        }
        if (before != null && !before.hash().equals(Lake.hash(bytes))) {
            SliceJoin.Result joined = join.join(file.payload(), day, before, participant.zones());
            report.compared(file, joined.comparison());
            switch (joined.kind()) {
                case OTHER_STEP -> {
                    report.otherStep(file);
                    return;
                }
                case NOTHING -> {
                    report.stored(file, day, participant, Ending.unchanged());
                    return;
                }
                default -> {
                    bytes = joined.bytes();
                    says = joined.day();
                }
            }
        }
        put(participant, day, bytes, says);
    }

    /** A series has one step: a day of hours is not put beside days of minutes. */
    private boolean hasOtherStep(Participant participant, ExportDay day, Map<LocalDate, InEffect> known)
            throws IOException, BadPayloadException {
        return !known.isEmpty()
                && !file.payload().alternatives().isEmpty()
                && !join.hasStepOf(
                        file.payload(), day, known.values().iterator().next(), participant.zones());
    }

    private void put(Participant participant, ExportDay day, byte[] bytes, ParsedDay says) {
        room.acquireUninterruptibly();
        deliveries
                .take(
                        participant,
                        file.payload(),
                        day.date(),
                        Trigger.IMPORT,
                        (payload, context) -> says,
                        FitabaseParsers.PARSER_VERSION,
                        bytes)
                .onSuccess(ending -> report.stored(file, day, participant, ending))
                .onComplete(done -> room.release());
    }

    /** Returns the payloads that are in effect for a participant before the file is read; a file has each day once. */
    private Map<LocalDate, InEffect> storedDays(long participant) {
        var filter = new PayloadReader.Filter(
                participant, FIRST, LAST, file.payload().key());
        return ImportedParticipants.await(payloads.inEffect(filter)).stream()
                .filter(one -> one.delivery().source().equals(file.payload().source()))
                .collect(Collectors.toMap(one -> one.delivery().date(), Function.identity()));
    }

    @Override
    public void rejected(Rejection rejection) {
        report.rejected(file, rejection);
    }

    @Override
    public void progress(long done, long total) {
        if (progress.isStopping()) {
            throw new CancellationException();
        }
        // The end is when the days are stored, not when they are read.
        if (done < total) {
            progress.read(file, done, total, report.samples());
        }
    }

    /** Waits until the days taken so far are stored. */
    void finish() {
        room.acquireUninterruptibly(DAYS_AT_ONCE);
        room.release(DAYS_AT_ONCE);
    }
}
