package dev.daystream.cli;

import dev.daystream.cli.DaysOption.Days;
import dev.daystream.ingest.Reparse;
import dev.daystream.model.Participant;
import dev.daystream.store.PayloadReader;
import dev.daystream.store.PayloadReader.InEffect;
import java.util.List;
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
            Reparse reparse = session.wiring().reparse();
            ReparseReport report = new ReparseReport(System.out, dryRun);
            for (Participant participant : people.any(session.wiring())) {
                List<InEffect> chosen = Session.await(reparse.payloads(
                        new PayloadReader.Filter(participant.id(), wanted.from(), wanted.to(), dataType)));
                report.begin(participant.id(), chosen.size());
                Session.await(reparse.run(participant.id(), chosen, dryRun, report::add));
                report.end();
            }
            if (!dryRun) {
                Session.await(session.wiring().refresher().run());
            }
            return report.sum();
        }
    }
}
