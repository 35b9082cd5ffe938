package dev.daystream.ingest;

import dev.daystream.lake.Lake;
import dev.daystream.metrics.Catalog;
import dev.daystream.source.BadPayloadException;
import dev.daystream.source.fitabase.ExportFile;
import dev.daystream.store.ParticipantStore;
import dev.daystream.store.PayloadReader;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * Imports the files of an export, day by day like anything that is fetched: each day of each file is a delivery with a run of its own, so
 * an import that is interrupted or repeated finds what is stored already. Methods block; one import at a time for each instance.
 */
public final class FileImport {
    private final ParticipantStore participants;
    private final PayloadReader payloads;
    private final DeliveryIngest deliveries;
    private final Catalog catalog;
    private final Lake lake;

    public FileImport(
            ParticipantStore participants,
            PayloadReader payloads,
            DeliveryIngest deliveries,
            Catalog catalog,
            Lake lake) {
        this.participants = participants;
        this.payloads = payloads;
        this.deliveries = deliveries;
        this.catalog = catalog;
        this.lake = lake;
    }

    /**
     * Options of an import.
     *
     * @param zone time zone of participants who are not known yet; wall times of those who are known are read in their own zones
     * @param replacing whether values of the files replace stored values of the same time that differ
     */
    public record Options(ZoneId zone, boolean replacing) {}

    /** Receives how far the reading of files is. */
    public interface Progress {
        /**
         * So much of a file has been read.
         *
         * @param file the file
         * @param done bytes read, of its two passes together
         * @param total bytes to read
         * @param samples samples stored so far, of all files
         */
        void read(ExportFile file, long done, long total, long samples);

        /** Returns whether to stop before the next day. */
        default boolean isStopping() {
            return false;
        }
    }

    /** Imports files one after the other. A file that cannot be read does not keep the others from being imported. */
    public ImportReport run(List<ExportFile> files, Options options, Progress progress) {
        ImportReport report = new ImportReport(options);
        ImportedParticipants known = new ImportedParticipants(participants, options.zone(), report);
        SliceJoin join = new SliceJoin(catalog, lake, options.replacing());
        for (ExportFile file : files) {
            if (progress.isStopping()) {
                report.stopped();
                break;
            }
            report.begin(file);
            DaySink sink = new DaySink(file, known, join, payloads, deliveries, report, progress);
            try {
                file.read(catalog, known::zones, sink);
            } catch (IOException | BadPayloadException e) {
                report.unreadable(file, String.valueOf(e.getMessage()));
            } catch (CancellationException stopped) {
                report.stopped();
                break;
            } finally {
                sink.finish();
            }
            progress.read(file, file.bytes(), file.bytes(), report.samples());
        }
        return report;
    }
}
