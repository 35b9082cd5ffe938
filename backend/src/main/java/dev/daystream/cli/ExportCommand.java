package dev.daystream.cli;

import dev.daystream.Wiring;
import dev.daystream.export.DayAsk;
import dev.daystream.export.Export;
import dev.daystream.export.Exports;
import dev.daystream.export.Format;
import dev.daystream.export.SeriesAsk;
import dev.daystream.model.Participant;
import dev.daystream.model.Resolution;
import dev.daystream.query.Fill;
import dev.daystream.query.InvalidParametersException;
import dev.daystream.query.Queries;
import dev.daystream.store.Announcements;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes data to a file. */
@Command(
        name = "export",
        description = "Write series, or daily figures, to a file (docs/export.md).",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    private static final int POINTS = 10_000;
    private static final String STANDARD_OUTPUT = "-";

    @Mixin
    private final PeopleOption people = new PeopleOption();

    @Mixin
    private final DaysOption days = new DaysOption();

    @Option(
            names = "--metric",
            split = ",",
            paramLabel = "KEY",
            description = "Metrics of series; heart_rate if not given.")
    List<String> metrics = new ArrayList<>();

    @Option(names = "--days", description = "Daily figures instead of series.")
    boolean daily;

    @Option(names = "--resolution", description = "auto, raw, 1m, 1h or 1d (default: ${DEFAULT-VALUE}).")
    String resolution = "auto";

    @Option(names = "--fill", description = "Imputed values: raw, filled or both (default: ${DEFAULT-VALUE}).")
    String fill = "raw";

    @Option(
            names = "--zone",
            description = "Zone of wall times: participant, or an IANA zone (default: ${DEFAULT-VALUE}).")
    String zone = "participant";

    @Option(names = "--format", description = "csv, json or parquet; what the name of the file ends in if not given.")
    @Nullable
    String format;

    @Option(names = "--force", description = "Replace the file if there is one.")
    boolean force;

    @Parameters(paramLabel = "FILE", description = "Where to; - for standard output.")
    String file = "";

    @Override
    public Integer call() {
        Format written = format();
        Fill wanted = fill();
        Resolution fineness = resolution();
        DaysOption.Days range = days.required();
        @Nullable ExportFile target = file.equals(STANDARD_OUTPUT) ? null : ExportFile.at(Path.of(file), force);
        try (Session session = Session.open()) {
            List<Long> ids =
                    people.any(session.wiring()).stream().map(Participant::id).toList();
            if (ids.isEmpty()) {
                throw new CommandException(ExitCode.USAGE, "There is nobody yet.");
            }
            Export export = export(session, ids, range, fineness, wanted, written);
            long rows = target == null
                    ? Session.await(export.send(session.vertx(), ExportFile.standardOutput()))
                    : target.write(session, export);
            System.err.printf(Locale.ROOT, "%,d rows%n", rows);
            return ExitCode.DONE;
        }
    }

    private Export export(
            Session session,
            List<Long> ids,
            DaysOption.Days range,
            @Nullable Resolution fineness,
            Fill wanted,
            Format written) {
        Wiring wiring = session.wiring();
        Announcements announcements = Session.await(Announcements.listen(session.vertx(), wiring.database()));
        session.closeLater(() -> Session.await(announcements.close()));
        Clock clock = Clock.systemUTC();
        Exports exports = new Exports(
                Queries.of(wiring.database(), announcements, wiring.catalog(), clock), wiring.catalog(), clock);
        String from = range.from().toString();
        String to = range.to().toString();
        List<String> keys = metrics.isEmpty() ? List.of("heart_rate") : metrics;
        try {
            return Session.await(
                    daily
                            ? exports.days(new DayAsk(ids, from, to, wanted), written)
                            : exports.series(
                                    new SeriesAsk(ids, keys, from, to, null, fineness, POINTS, wanted, zone), written));
        } catch (IllegalStateException e) {
            if (e.getCause() instanceof InvalidParametersException wrong) {
                throw new CommandException(ExitCode.USAGE, "--" + wrong.getMessage() + ".");
            }
            throw e;
        }
    }

    private Format format() {
        String name = format != null
                ? format
                : file.equals(STANDARD_OUTPUT) ? "csv" : file.substring(file.lastIndexOf('.') + 1);
        for (Format known : Format.values()) {
            if (known.key().equals(name)) {
                return known;
            }
        }
        throw new CommandException(ExitCode.USAGE, "Which format? Give --format csv, json or parquet.");
    }

    private Fill fill() {
        for (Fill known : Fill.values()) {
            if (known.name().toLowerCase(Locale.ROOT).equals(fill)) {
                return known;
            }
        }
        throw new CommandException(ExitCode.USAGE, "--fill is raw, filled or both, not " + fill + ".");
    }

    private @Nullable Resolution resolution() {
        Resolution known = Resolution.of(resolution);
        if (known == null && !resolution.equals("auto")) {
            throw new CommandException(
                    ExitCode.USAGE, "--resolution is auto, raw, 1m, 1h or 1d, not " + resolution + ".");
        }
        return known;
    }
}
