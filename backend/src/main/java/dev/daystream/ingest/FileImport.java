package dev.daystream.ingest;

import dev.daystream.metrics.Catalog;
import dev.daystream.model.Participant;
import dev.daystream.model.Rejection;
import dev.daystream.model.Trigger;
import dev.daystream.model.ZoneHistory;
import dev.daystream.source.BadPayloadException;
import dev.daystream.source.PayloadParser;
import dev.daystream.source.fitabase.ExportDay;
import dev.daystream.source.fitabase.ExportFile;
import dev.daystream.source.fitabase.FitabaseParsers;
import dev.daystream.store.ParticipantStore;
import io.vertx.core.Future;
import java.io.IOException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;

/**
 * Brings in the files of an export, day by day like anything that is fetched: each day of each file is a delivery with a run of its own, so
 * an import that is broken off or repeated finds what is in place already. Methods block; one import at a time for each instance.
 */
public final class FileImport {
    private static final int DAYS_AT_ONCE = 12;

    private final ParticipantStore participants;
    private final DeliveryIngest deliveries;
    private final Catalog catalog;
    private final Semaphore room = new Semaphore(DAYS_AT_ONCE);
    private final Map<String, Participant> known = new HashMap<>();

    public FileImport(ParticipantStore participants, DeliveryIngest deliveries, Catalog catalog) {
        this.participants = participants;
        this.deliveries = deliveries;
        this.catalog = catalog;
    }

    /** Is told how the reading of files gets on. */
    public interface Progress {
        /**
         * So much of a file has been read.
         *
         * @param file the file
         * @param done bytes read, of its two passes together
         * @param total bytes to read
         * @param samples samples put in place so far, of all files
         */
        void read(ExportFile file, long done, long total, long samples);

        /** Returns whether to stop before the next file. */
        default boolean isStopping() {
            return false;
        }
    }

    /**
     * Brings in files one after the other.
     *
     * @param zone where participants live who are not known yet; wall times of those who are known are read in their own zones
     */
    public ImportReport run(List<ExportFile> files, ZoneId zone, Progress progress) {
        ImportReport report = new ImportReport();
        for (ExportFile file : files) {
            if (progress.isStopping()) {
                break;
            }
            report.begin(file);
            try {
                file.read(catalog, ZoneHistory.of(zone), new DaySink(file, zone, report, progress));
            } catch (IOException | BadPayloadException e) {
                report.unreadable(file, String.valueOf(e.getMessage()));
            } finally {
                room.acquireUninterruptibly(DAYS_AT_ONCE);
                room.release(DAYS_AT_ONCE);
            }
        }
        return report;
    }

    private final class DaySink implements ExportFile.Sink {
        private final ExportFile file;
        private final ZoneId zone;
        private final ImportReport report;
        private final Progress progress;

        private DaySink(ExportFile file, ZoneId zone, ImportReport report, Progress progress) {
            this.file = file;
            this.zone = zone;
            this.report = report;
            this.progress = progress;
        }

        @Override
        public void day(ExportDay day) {
            Participant participant = known.computeIfAbsent(day.externalId(), this::participant);
            room.acquireUninterruptibly();
            deliveries
                    .take(
                            participant,
                            file.payload(),
                            day.date(),
                            Trigger.IMPORT,
                            parser(day, participant),
                            FitabaseParsers.PARSER_VERSION,
                            day.canonicalBytes())
                    .onSuccess(ending -> report.day(file, day, ending))
                    .onComplete(done -> room.release());
        }

        /** The day has been parsed already, in the zone of people who are not known; only in another it has to be read again. */
        private PayloadParser parser(ExportDay day, Participant participant) {
            boolean sameZone =
                    participant.zones().entries().equals(ZoneHistory.of(zone).entries());
            return sameZone ? (bytes, context) -> day.day() : FitabaseParsers.of(file.payload());
        }

        private Participant participant(String externalId) {
            return wait(participants.create(externalId, externalId, zone));
        }

        private static <T> T wait(Future<T> future) {
            return future.toCompletionStage().toCompletableFuture().join();
        }

        @Override
        public void rejected(Rejection rejection) {
            report.rejected(file, rejection);
        }

        @Override
        public void progress(long done, long total) {
            progress.read(file, done, total, report.samples());
        }
    }
}
