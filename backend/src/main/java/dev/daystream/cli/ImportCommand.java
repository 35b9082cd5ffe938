package dev.daystream.cli;

import dev.daystream.ingest.FileImport;
import dev.daystream.ingest.ImportReport;
import dev.daystream.ingest.JobControl;
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
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads the files of an export. */
@Command(
        name = "import",
        description = {
            "Read a Fitabase export: its CSV files, plain or gzipped.",
            "May be broken off and repeated: what is in place already is left alone. May run beside the service."
        },
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIRECTORY", description = "Where the files lie.")
    Path directory = Path.of(".");

    @Option(
            names = "--zone",
            required = true,
            paramLabel = "ZONE",
            description = "IANA time zone of new participants, such as America/New_York; the files name none.")
    String zone = "";

    @Override
    public Integer call() {
        ZoneId where = zone();
        if (!Files.isDirectory(directory)) {
            throw unreadable();
        }
        try (Session session = Session.open()) {
            List<ExportFile> files = files(session);
            JobRequest request =
                    new JobRequest.Import(directory.toAbsolutePath().normalize().toString(), zone);
            return JobHistory.run(session, request, control -> read(session, files, where, control));
        }
    }

    private static JobHistory.Done read(Session session, List<ExportFile> files, ZoneId where, JobControl control) {
        FileImport job = new FileImport(
                session.wiring().participants(),
                session.wiring().deliveries(),
                session.wiring().catalog());
        ImportReport report = job.run(files, where, new ImportProgressLine(System.out, files, control));
        Session.await(session.wiring().refresher().run());
        List<StepsAgreement.Day> steps =
                Session.await(new StepsAgreement(session.wiring().database()).of(FitabaseExport.SOURCE));
        boolean whole = new ImportReportText(System.out).print(report, steps)
                && report.files().size() == files.size();
        return new JobHistory.Done(whole ? ExitCode.DONE : ExitCode.PARTLY, report.result());
    }

    private List<ExportFile> files(Session session) {
        try {
            List<ExportFile> files =
                    FitabaseExport.open(directory, session.wiring().catalog());
            if (files.isEmpty()) {
                String names = session.wiring().catalog().payloadsOf(FitabaseExport.SOURCE).stream()
                        .map(payload -> payload.path())
                        .reduce((a, b) -> a + ", " + b)
                        .orElse("");
                throw new CommandException(
                        ExitCode.USAGE,
                        directory + " holds none of the files that can be read: " + names + " (or .csv.gz).");
            }
            return files;
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
