package dev.daystream.cli;

import dev.daystream.model.Enrolment;
import dev.daystream.store.ParticipantEdits.Changed;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says from when to when somebody takes part. */
@Command(
        name = "enrol",
        description = {
            "Say from when to when a participant takes part, in local days, both included.",
            "Days outside are not fetched, do not count in sums of wear time, and are told as before-enrolment and after-end. Data that are"
                    + " there stay."
        },
        mixinStandardHelpOptions = true)
final class EnrolCommand implements Callable<Integer> {
    private static final String NONE = "none";

    @Parameters(paramLabel = "ID", description = "Who.")
    long participant;

    @Option(names = "--from", paramLabel = "DATE", description = "First local day; 'none' for the first with data.")
    @Nullable
    String from;

    @Option(names = "--until", paramLabel = "DATE", description = "Last local day; 'none' if it goes on.")
    @Nullable
    String until;

    @Override
    public Integer call() {
        if (from == null && until == null) {
            throw new CommandException(ExitCode.USAGE, "Say --from, --until or both; 'none' takes one away.");
        }
        LocalDate first = date("--from", from);
        LocalDate last = date("--until", until);
        try (Session session = Session.open()) {
            Changed<Enrolment> changed = Participants.done(session.wiring()
                    .participantChanges()
                    .changeEnrolment(
                            participant,
                            before -> new Enrolment(
                                    from == null ? before.from() : first, until == null ? before.until() : last)));
            Enrolment now = changed.after();
            System.out.printf(
                    "Participant %d takes part from %s %s.%n",
                    participant,
                    now.from() == null ? "the first day with data" : now.from(),
                    now.until() == null ? "on" : "to " + now.until());
            earlierDays(session, changed);
            return ExitCode.DONE;
        }
    }

    /** The schedule goes forward only: days before those that are there are fetched when somebody asks for them. */
    private void earlierDays(Session session, Changed<Enrolment> changed) {
        LocalDate start = changed.after().from();
        LocalDate firstDay = Session.await(session.wiring().participantQuery().detail(participant))
                .participant()
                .firstDay();
        boolean fetched = Session.await(session.wiring().positions().all()).stream()
                .anyMatch(position -> position.participant() == participant);
        if (fetched && changed.any() && start != null && firstDay != null && start.isBefore(firstDay)) {
            System.out.printf(
                    "The schedule does not go back. To fetch the days before the first with data:%n"
                            + "  ./daystream backfill --participant %d --from %s --to %s%n",
                    participant, start, firstDay.minusDays(1));
        }
    }

    private static @Nullable LocalDate date(String option, @Nullable String text) {
        if (text == null || text.equals(NONE)) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new CommandException(
                    ExitCode.USAGE, option + ": '" + text + "' is not a date such as 2026-01-31, nor 'none'.");
        }
    }
}
