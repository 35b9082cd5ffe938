package dev.daystream.cli;

import dev.daystream.store.HeartRateZoneStore;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows or sets a participant's birth date. */
@Command(
        name = "birth-date",
        description = {
            "Show or set a participant's birth date, from which heart-rate zones by age are taken.",
            "Figures that depend on it are made again."
        },
        mixinStandardHelpOptions = true)
final class BirthDateCommand implements Callable<Integer> {
    private static final String NONE = "none";

    @Parameters(paramLabel = "ID", description = "Who.")
    long participant;

    @Parameters(paramLabel = "DATE", arity = "0..1", description = "Such as 1986-03-09; 'none' forgets it.")
    @Nullable
    String date;

    @Override
    public Integer call() {
        LocalDate birthDate = date == null || date.equals(NONE) ? null : parsed(date);
        try (Session session = Session.open()) {
            HeartRateZoneStore store = session.wiring().heartRateZones();
            if (Session.await(session.wiring().participants().find(participant)).isEmpty()) {
                throw new CommandException(ExitCode.USAGE, "There is no participant " + participant + ".");
            }
            if (date != null) {
                Session.await(store.setBirthDate(participant, birthDate));
            }
            LocalDate known = Session.await(store.of(participant)).birthDate();
            System.out.println(
                    known == null
                            ? "No birth date of participant " + participant + " is known."
                            : "Participant " + participant + " was born on " + known + ".");
            return ExitCode.DONE;
        }
    }

    private static LocalDate parsed(String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.isBefore(LocalDate.of(1850, 1, 1)) || date.isAfter(LocalDate.now(ZoneOffset.UTC))) {
                throw new CommandException(ExitCode.USAGE, "Nobody who takes part was born on " + text + ".");
            }
            return date;
        } catch (DateTimeParseException e) {
            throw new CommandException(ExitCode.USAGE, "A birth date is a date such as 1986-03-09, not " + text + ".");
        }
    }
}
