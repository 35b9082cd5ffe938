package dev.daystream.cli;

import dev.daystream.ingest.FileImport;
import dev.daystream.ingest.ImportReport;
import dev.daystream.ingest.JobControl;
import dev.daystream.metrics.Payload;
import dev.daystream.model.JobRequest;
import dev.daystream.source.fitabase.ExportFile;
import dev.daystream.source.fitabase.FitabaseExport;
import dev.daystream.store.StepsAgreement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads the files of an export. */
@Command(
        name = "import",
        description = {
            "Read a Fitabase export: its CSV files, plain or gzipped, at any depth below the directory.",
            "May be interrupted and repeated: stored rows are left alone, and days of several exports are joined. May run beside the service."
        },
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
    private static final long LONGEST_STOP_SECONDS = 20;

    @Parameters(paramLabel = "DIRECTORY", description = "Where the files are.")
    Path directory = Path.of(".");

    @Option(
            names = "--zone",
            required = true,
            paramLabel = "ZONE",
            description = "IANA time zone of new participants, such as America/New_York; the files name none.")
    String zone = "";

    @Option(
            names = "--replace",
            description = "Where a value differs from the stored one of the same time, store the value of the file.")
    boolean replacing;

    @Override
    public Integer call() {
        ZoneId where = zone();
        if (!Files.isDirectory(directory)) {
            throw unreadable();
        }
        try (Session session = Session.open()) {
            FitabaseExport export = export(session);
            JobRequest request =
                    new JobRequest.Import(directory.toAbsolutePath().normalize().toString(), zone);
            return JobHistory.run(
                    session,
                    request,
                    control -> read(session, export, new FileImport.Options(where, replacing), control));
        }
    }

    private static JobHistory.Done read(
            Session session, FitabaseExport export, FileImport.Options options, JobControl control) {
        List<ExportFile> files = export.files();
        ImportReport report = imported(session, files, options, control);
        Session.await(session.wiring().refresher().run());
        List<StepsAgreement.Day> steps = Session.await(
                new StepsAgreement(session.wiring().database()).of(FitabaseExport.SOURCE, report.stepDays()));
        new ImportReportText(System.out).print(export, report, steps);
        return new JobHistory.Done(report.isWhole() ? ExitCode.DONE : ExitCode.PARTLY, report.result());
    }

    /** Imports the files. If the process is being stopped, the database stays open until the days at work are stored. */
    private static ImportReport imported(
            Session session, List<ExportFile> files, FileImport.Options options, JobControl control) {
        CountDownLatch ended = new CountDownLatch(1);
        session.closeLater(() -> {
            if (!ended.await(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("The import did not stop in time.");
            }
        });
        try {
            ImportReport report = session.wiring()
                    .fileImport()
                    .run(files, options, new ImportProgressLine(System.out, files, control));
            if (Session.isStopping()) {
                System.out.printf(
                        "%nInterrupted: %,d days are stored. The same command imports the rest.%n",
                        report.storedDays());
                throw new CommandException(ExitCode.PARTLY, "Interrupted");
            }
            return report;
        } finally {
            ended.countDown();
        }
    }

    private FitabaseExport export(Session session) {
        try {
            FitabaseExport export =
                    FitabaseExport.open(directory, session.wiring().catalog());
            if (export.files().isEmpty()) {
                new ImportReportText(System.out).listing(export);
                String names = session.wiring().catalog().payloadsOf(FitabaseExport.SOURCE).stream()
                        .flatMap(Payload::fileNames)
                        .collect(Collectors.joining(", "));
                throw new CommandException(
                        ExitCode.USAGE,
                        "There is no file to import at any depth below " + directory + ". Files that are read: " + names
                                + ", plain or gzipped.");
            }
            return export;
        } catch (IOException e) {
            throw unreadable();
        }
    }

    private CommandException unreadable() {
        return new CommandException(ExitCode.USAGE, directory + " is not a directory that can be read.");
    }

    private ZoneId zone() {
        try {
            ZoneId id = ZoneId.of(zone);
            if (ZoneId.getAvailableZoneIds().contains(zone)) {
                return id;
            }
        } catch (DateTimeException e) {
            // Said below.
        }
        throw new CommandException(
                ExitCode.USAGE, "There is no time zone " + zone + "; write it as in America/New_York or UTC.");
    }
}
