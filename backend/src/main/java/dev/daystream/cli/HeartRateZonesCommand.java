package dev.daystream.cli;

import dev.daystream.store.HeartRateZoneStore;
import dev.daystream.store.HeartRateZoneStore.OwnZones;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows or changes a participant's own heart-rate zones. */
@Command(
        name = "heart-rate-zones",
        description = {
            "Show or change a participant's own heart-rate zones, which hold from a local day on.",
            "Without zones of one's own they go by age. Figures that depend on them are made again."
        },
        mixinStandardHelpOptions = true)
final class HeartRateZonesCommand implements Callable<Integer> {
    private static final int LOWEST = 30;
    private static final int HIGHEST = 250;

    @Parameters(paramLabel = "ID", description = "Who.")
    long participant;

    @Option(names = "--from", paramLabel = "DATE", description = "First local day of the change.")
    @Nullable
    LocalDate from;

    @Option(
            names = "--lows",
            split = ",",
            paramLabel = "BPM",
            description = "Where light, moderate, vigorous and peak begin, such as 100,115,135,165.")
    @Nullable
    List<Integer> lows;

    @Option(names = "--by-age", description = "By age again from that day on.")
    boolean byAge;

    @Option(names = "--remove", description = "Take away the change of that day.")
    boolean remove;

    @Override
    public Integer call() {
        boolean change = from != null || lows != null || byAge || remove;
        int ways = (lows == null ? 0 : 1) + (byAge ? 1 : 0) + (remove ? 1 : 0);
        if (change && (from == null || ways != 1)) {
            throw new CommandException(ExitCode.USAGE, "Say --from and one of --lows, --by-age and --remove.");
        }
        OwnZones zones = zones();
        try (Session session = Session.open()) {
            HeartRateZoneStore store = session.wiring().heartRateZones();
            if (Session.await(session.wiring().participants().find(participant)).isEmpty()) {
                throw new CommandException(ExitCode.USAGE, "There is no participant " + participant + ".");
            }
            if (zones != null) {
                Session.await(store.setZones(participant, zones));
            } else if (from != null && !Session.await(store.removeZones(participant, from))) {
                throw new CommandException(ExitCode.USAGE, "Nothing begins on " + from + ".");
            }
            List<OwnZones> all = Session.await(store.of(participant)).zones();
            System.out.println(all.isEmpty() ? "Zones go by age." : "Until the first of these days, zones go by age.");
            all.forEach(HeartRateZonesCommand::show);
            return ExitCode.DONE;
        }
    }

    private @Nullable OwnZones zones() {
        if (from == null || remove) {
            return null;
        }
        if (lows == null) {
            return new OwnZones(from, null, null, null, null);
        }
        boolean rising = lows.size() == 4 && lows.get(0) >= LOWEST && lows.get(3) <= HIGHEST;
        for (int i = 1; rising && i < lows.size(); i++) {
            rising = lows.get(i) > lows.get(i - 1);
        }
        if (!rising) {
            throw new CommandException(
                    ExitCode.USAGE, "--lows are four rising rates from 30 to 250, such as 100,115,135,165.");
        }
        return new OwnZones(from, lows.get(0), lows.get(1), lows.get(2), lows.get(3));
    }

    private static void show(OwnZones zones) {
        System.out.println(
                zones.light() == null
                        ? "  from " + zones.validFrom() + ": by age"
                        : "  from " + zones.validFrom() + ": light " + zones.light() + ", moderate " + zones.moderate()
                                + ", vigorous " + zones.vigorous() + ", peak " + zones.peak() + " bpm");
    }
}
