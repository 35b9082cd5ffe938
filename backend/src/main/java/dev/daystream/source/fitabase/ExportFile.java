package dev.daystream.source.fitabase;

import dev.daystream.metrics.Catalog;
import dev.daystream.metrics.Payload;
import dev.daystream.model.ParsedDay;
import dev.daystream.model.Rejection;
import dev.daystream.model.ZoneHistory;
import dev.daystream.source.BadPayloadException;
import dev.daystream.source.PayloadParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * One file of an export.
 *
 * @param path where it is
 * @param name its path below the directory of the export, with slashes
 * @param payload what the catalogue says of it
 * @param bytes its size, compressed if it is
 */
public record ExportFile(Path path, String name, Payload payload, long bytes) {
    /** Takes what a file holds; called by the thread that reads it, which waits meanwhile. What it throws ends the reading. */
    public interface Sink {
        /** Takes one participant's day; each comes once. */
        void day(ExportDay day);

        /** Takes a row that belongs to no day because its id or date cannot be read; position is file and line. */
        void rejected(Rejection rejection);

        /** Is told from time to time how many bytes of how many have been worked on. */
        default void progress(long done, long total) {}
    }

    /**
     * Reads the file, day by day in the order in which the days end in the file.
     *
     * <p>The file is read twice: once to count the rows of each day, then to gather them. A day is held in memory from its first row to its
     * last, so that rows of a day need not stand together; see {@link FitabaseLimits}.
     *
     * @param zones the zones to read a participant's wall times in, by external id; the export has none
     * @throws BadPayloadException if columns are missing or a limit is exceeded; days that the sink has taken stay good
     * @throws IOException if the file cannot be read
     */
    public void read(Catalog catalog, Function<String, ZoneHistory> zones, Sink sink)
            throws IOException, BadPayloadException {
        PayloadParser parser = FitabaseParsers.of(payload);
        new DaySplitter(this, sink).split(day -> {
            PayloadParser.Context context =
                    new PayloadParser.Context(catalog, payload, day.date(), zones.apply(day.externalId()));
            byte[] bytes = day.bytes();
            try {
                ParsedDay parsed = parser.parse(bytes, context);
                sink.day(new ExportDay(day.externalId(), day.date(), day.rows(), bytes, inFile(parsed, day)));
            } catch (BadPayloadException e) {
                String message = e.getMessage() == null ? "" : e.getMessage();
                sink.rejected(new Rejection(Rejection.Reason.MALFORMED, position(day.lineOf(2)), message));
            }
        });
    }

    /** Returns file and line as rejections name them. */
    String position(int line) {
        return name() + ":" + line;
    }

    /** A parser knows only lines of the day's own bytes; people look for those of the file. */
    private ParsedDay inFile(ParsedDay parsed, DayRows day) {
        if (parsed.rejections().isEmpty()) {
            return parsed;
        }
        List<Rejection> rejections = parsed.rejections().stream()
                .map(rejection -> new Rejection(
                        rejection.reason(),
                        position(day.lineOf(CsvRows.lineOf(rejection.position()))),
                        rejection.detail()))
                .toList();
        return new ParsedDay(
                parsed.range(),
                parsed.series(),
                parsed.daily(),
                parsed.sleep(),
                parsed.zones(),
                parsed.workouts(),
                rejections,
                parsed.rejected(),
                parsed.duplicates());
    }
}
