package dev.daystream.ingest;

import dev.daystream.source.fitabase.FitabaseExport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A small export that a test writes and imports. */
final class ExportFolder {
    static final String HEART = "heartrate_seconds_merged.csv";
    static final String SLEEP = "sleepDay_merged.csv";

    private final IngestFixture fixture;
    private final Path directory;

    ExportFolder(IngestFixture fixture, String name) {
        this.fixture = fixture;
        this.directory = fixture.directory.resolve("exports").resolve(name);
    }

    ExportFolder with(String file, String... rows) {
        try {
            Path path = directory.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, String.join("\n", rows) + "\n");
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes heart rates of a participant, one a minute from one minute of the day on. */
    ExportFolder heart(String id, String date, int from, int to, IntUnaryOperator value) {
        return with(HEART, "Id,Time,Value", minutes(id, date, from, to, value));
    }

    /** Returns rows of minutes. */
    static String minutes(String id, String date, int from, int to, IntUnaryOperator value) {
        return IntStream.range(from, to)
                .mapToObj(minute -> "%s,%s %d:%02d:00 %s,%d"
                        .formatted(
                                id,
                                date,
                                minute / 60 % 12 == 0 ? 12 : minute / 60 % 12,
                                minute % 60,
                                minute < 720 ? "AM" : "PM",
                                value.applyAsInt(minute)))
                .collect(Collectors.joining("\n"));
    }

    ImportReport read() {
        return read("America/New_York", false);
    }

    ImportReport read(String zone, boolean replacing) {
        return read(new FileImport.Options(ZoneId.of(zone), replacing), (file, done, total, samples) -> {});
    }

    ImportReport read(FileImport.Options options, FileImport.Progress progress) {
        return fixture.wiring.fileImport().run(files().files(), options, progress);
    }

    FitabaseExport files() {
        try {
            return FitabaseExport.open(directory, fixture.wiring.catalog());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what became of the one file. */
    static ImportReport.FileLine only(ImportReport report) {
        List<ImportReport.FileLine> files = report.files();
        if (files.size() != 1) {
            throw new IllegalStateException(String.format(Locale.ROOT, "%d files", files.size()));
        }
        return files.get(0);
    }
}
