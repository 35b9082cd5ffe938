package dev.daystream.cli;

import dev.daystream.model.ZoneHistory;
import dev.daystream.query.InvalidParametersException;
import dev.daystream.query.ZoneEntries;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** When a zone begins to hold, as it is written after {@code --from}. */
final class ZoneChange {
    static final String FROM =
            "A local date, such as 2026-06-10, which is then the first whole day in the zone; an instant of a journey"
                    + " in the middle of a day, such as 2026-06-10T18:00:00+02:00; or 'beginning'.";

    private static final String BEGINNING = "beginning";
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final @Nullable LocalDate date;
    private final Instant instant;

    private ZoneChange(@Nullable LocalDate date, Instant instant) {
        this.date = date;
        this.instant = instant;
    }

    /** Reads what is written; a {@link CommandException} says what is wrong with it. */
    static ZoneChange from(String text) {
        if (text.equals(BEGINNING)) {
            return new ZoneChange(null, Instant.MIN);
        }
        try {
            return DATE.matcher(text).matches()
                    ? new ZoneChange(LocalDate.parse(text), Instant.MIN)
                    : new ZoneChange(null, ZoneEntries.instant("--from", text));
        } catch (DateTimeParseException e) {
            throw new CommandException(ExitCode.USAGE, "--from: there is no day " + text + ".");
        } catch (InvalidParametersException e) {
            throw new CommandException(ExitCode.USAGE, e.getMessage() + ", a local date, or 'beginning'.");
        }
    }

    ZoneHistory set(ZoneHistory history, ZoneId zone) {
        return date == null ? history.with(instant, zone) : history.withFirstDay(date, zone);
    }

    ZoneHistory remove(ZoneHistory history) {
        Instant at = date == null ? instant : history.changeOf(date);
        if (date == null && instant.equals(Instant.MIN)) {
            throw new InvalidParametersException(
                    "--from", "the zone from the beginning cannot be removed; set another with --from beginning");
        }
        boolean known =
                history.entries().stream().anyMatch(entry -> entry.validFrom().equals(at));
        if (at == null || !known) {
            throw new InvalidParametersException("--from", "no single change of zone is there; " + changes(history));
        }
        return history.without(at);
    }

    private static String changes(ZoneHistory history) {
        String changes = history.entries().stream()
                .skip(1)
                .map(entry -> entry.validFrom() + " (" + entry.zone() + ")")
                .collect(Collectors.joining(", "));
        return changes.isEmpty() ? "there is none at all" : "there are " + changes;
    }
}
