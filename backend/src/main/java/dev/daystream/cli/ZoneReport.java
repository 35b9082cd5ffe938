package dev.daystream.cli;

import dev.daystream.model.JobRequest;
import dev.daystream.model.LocalDay;
import dev.daystream.model.ZoneHistory;
import dev.daystream.query.ParticipantChanges;
import dev.daystream.query.ParticipantChanges.Outdated;
import dev.daystream.query.ParticipantChanges.Zones;
import dev.daystream.store.ParticipantEdits.Changed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Changes a zone history, tells people what it is now and what it asks for, and does that if they want. */
final class ZoneReport {
    private ZoneReport() {}

    /** Changes a history; returns the exit code. */
    static int change(long participant, boolean reparse, UnaryOperator<ZoneHistory> change) {
        try (Session session = Session.open()) {
            ParticipantChanges changes = session.wiring().participantChanges();
            Changed<ZoneHistory> changed = Participants.done(changes.changeZones(participant, change));
            if (!changed.any()) {
                System.out.println("Nothing changes: that is what the history says already.");
            }
            Zones zones = Session.await(changes.zones(participant));
            printHistory(zones);
            newEntries(changed);
            return reparse ? again(session, zones) : asks(zones);
        }
    }

    /** Prints a history and what was read with another. */
    static void print(Zones zones) {
        printHistory(zones);
        asks(zones);
    }

    private static void printHistory(Zones zones) {
        System.out.println("Zones of participant " + zones.participant() + ":");
        zones.zones()
                .forEach(zone -> System.out.printf(
                        "  %-22s %s%n",
                        zone.validFrom() == null ? "from the beginning" : zone.validFrom(), zone.zone()));
    }

    /** Tells the unusual days around each change that is new. */
    private static void newEntries(Changed<ZoneHistory> changed) {
        ZoneHistory after = changed.after();
        after.entries().stream()
                .filter(entry -> !entry.validFrom().equals(Instant.MIN)
                        && !changed.before().entries().contains(entry))
                .map(entry -> after.dateOf(entry.validFrom()))
                .flatMap(date -> date.minusDays(2).datesUntil(date.plusDays(3)))
                .distinct()
                .map(date -> LocalDay.of(after, date))
                .filter(day -> day.kind() == LocalDay.Kind.TRAVEL || day.kind() == LocalDay.Kind.SKIPPED)
                .forEach(day -> System.out.println(
                        day.kind() == LocalDay.Kind.SKIPPED
                                ? day.date() + " never was."
                                : "%s lasts %s hours, from %s to %s."
                                        .formatted(
                                                day.date(),
                                                hours(day),
                                                day.range().start(),
                                                day.range().end())));
    }

    private static String hours(LocalDay day) {
        double hours = day.range().length().toMinutes() / 60.0;
        return String.format(Locale.ROOT, "%.2f", hours).replaceAll("\\.?0+$", "");
    }

    private static int asks(Zones zones) {
        Outdated outdated = zones.outdated();
        if (outdated.deliveries() > 0) {
            System.out.printf(
                    "%,d deliveries on %,d days were read with other zones. To read them again, from the lake:%n  %s%n",
                    outdated.deliveries(),
                    outdated.days(),
                    "./daystream reparse --participant " + zones.participant() + " --from " + outdated.first()
                            + " --to " + outdated.last());
        }
        return ExitCode.DONE;
    }

    private static int again(Session session, Zones zones) {
        LocalDate first = zones.outdated().first();
        LocalDate last = zones.outdated().last();
        if (first == null || last == null) {
            System.out.println("Nothing was read with other zones.");
            return ExitCode.DONE;
        }
        return ReparseReport.run(
                session, new JobRequest.Reparse(List.of(zones.participant()), first, last, null, false));
    }
}
