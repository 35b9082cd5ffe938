package dev.daystream.cli;

import dev.daystream.query.LineageQuery.Lineage;
import dev.daystream.query.LineageQuery.Source;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says where a point comes from. */
@Command(
        name = "lineage",
        description = "Say which payload, run and parser a point comes from.",
        mixinStandardHelpOptions = true)
final class LineageCommand implements Callable<Integer> {
    @Option(names = "--participant", required = true, paramLabel = "ID", description = "Whose point it is.")
    long participant;

    @Option(names = "--metric", required = true, paramLabel = "KEY", description = "Key of the metric.")
    String metric = "";

    @Option(
            names = "--at",
            required = true,
            paramLabel = "INSTANT",
            description = "An instant such as 2026-03-02T08:00:00Z; for a daily figure a local date.")
    String at = "";

    @Override
    public Integer call() {
        try (Session session = Session.open()) {
            Lineage lineage = lineage(session);
            if (lineage.origins().isEmpty()) {
                System.out.printf("Nothing was delivered of %s for %s.%n", metric, lineage.at());
            }
            lineage.origins().forEach(origin -> print(session, origin));
            return ExitCode.DONE;
        }
    }

    private Lineage lineage(Session session) {
        if (Session.await(session.wiring().participants().find(participant)).isEmpty()) {
            throw new CommandException(ExitCode.USAGE, "There is no participant " + participant + ".");
        }
        try {
            return Session.await(session.wiring().lineage().of(participant, metric, at));
        } catch (dev.daystream.query.InvalidParametersException e) {
            throw new CommandException(ExitCode.USAGE, "--" + e.getMessage() + ".");
        }
    }

    private static void print(Session session, Source origin) {
        var sample = origin.sample();
        System.out.printf(
                "%s/%s of %s: %s%n",
                origin.source(),
                origin.dataType(),
                origin.date(),
                sample == null
                        ? "no sample there"
                        : sample.value() + (sample.at() == null ? "" : " at " + sample.at()));
        System.out.printf(
                "  payload  %s%n  hash     %s%n  parser   %s%n",
                origin.payload() == null
                        ? "not recorded"
                        : session.settings().lakeDirectory().resolve(origin.payload()),
                origin.hash(),
                origin.parserVersion());
        origin.revisions()
                .forEach(revision -> System.out.printf(
                        "  revision %d  run %d (%s), %s, parser %s, %s%n",
                        revision.revision(),
                        revision.run(),
                        revision.trigger(),
                        revision.storedAt(),
                        revision.parserVersion() == null ? "not recorded" : revision.parserVersion(),
                        revision.payload() == null ? "payload not recorded" : revision.payload()));
    }
}
