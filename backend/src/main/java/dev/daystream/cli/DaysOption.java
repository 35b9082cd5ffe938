package dev.daystream.cli;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which local days a command is about. */
final class DaysOption {
    @Option(names = "--from", paramLabel = "DATE", description = "First local day, such as 2024-01-01.")
    @Nullable
    LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", description = "Last local day, included.")
    @Nullable
    LocalDate to;

    /**
     * Days from one to another.
     *
     * @param from first
     * @param to last, included
     */
    record Days(LocalDate from, LocalDate to) {
        /** Returns how many there are. */
        long count() {
            return ChronoUnit.DAYS.between(from, to) + 1;
        }

        /** Ends the command if the last day lies in the future. */
        Days notInTheFuture() {
            if (to.isAfter(LocalDate.now(ZoneOffset.UTC))) {
                throw new CommandException(ExitCode.USAGE, "--to " + to + " lies in the future.");
            }
            return this;
        }
    }

    /** Returns the days; ends the command if one end is missing or they are the wrong way round. */
    Days required() {
        if (from == null || to == null) {
            throw new CommandException(
                    ExitCode.USAGE, "Which days? Give --from and --to, such as --from 2024-01-01 --to 2024-03-31.");
        }
        check();
        return new Days(from, to);
    }

    /** Ends the command if the days are the wrong way round. */
    void check() {
        if (from != null && to != null && to.isBefore(from)) {
            throw new CommandException(ExitCode.USAGE, "--to " + to + " lies before --from " + from + ".");
        }
    }
}
