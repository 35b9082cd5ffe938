package dev.daystream.cli;

import dev.daystream.cli.DaysOption.Days;
import dev.daystream.model.JobRequest;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reads payloads of the lake again. */
@Command(
        name = "reparse",
        description = {
            "Read payloads of the lake again with the parsers and time zones of today, and put in place what they say.",
            "Needs no network. What says the same is left alone. May run beside the service."
        },
        mixinStandardHelpOptions = true)
final class ReparseCommand implements Callable<Integer> {
    @Mixin
    PeopleOption people = new PeopleOption();

    @Mixin
    DaysOption days = new DaysOption();

    @Option(names = "--data-type", paramLabel = "KEY", description = "One data type, such as heart_rate.")
    @Nullable
    String dataType;

    @Option(
            names = "--dry-run",
            description = "Show what would change, and write nothing; exit code 6 if anything would.")
    boolean dryRun;

    @Override
    public Integer call() {
        Days wanted = days.required();
        try (Session session = Session.open()) {
            // Who is asked for must be there before anything begins.
            people.any(session.wiring());
            return ReparseReport.run(
                    session, new JobRequest.Reparse(people.ids, wanted.from(), wanted.to(), dataType, dryRun));
        }
    }
}
