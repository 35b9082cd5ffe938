package dev.daystream.ingest;

import dev.daystream.model.Rejection;
import dev.daystream.source.fitabase.ExportDay;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds out whether the participants have rows in an hour that the clocks of the chosen zone skipped. A watch shows no such hour: if most
 * participants have it, the zone is in doubt and not the rows.
 */
final class SkippedHours {
    private final ZoneId zone;
    private final Map<LocalDate, Optional<Gap>> dates = new TreeMap<>();

    /** A date on which the clocks skipped an hour, with the participants who have rows on it, and in that hour. */
    private record Gap(ZoneOffsetTransition change, Set<String> present, Set<String> skipped) {}

    SkippedHours(ZoneId zone) {
        this.zone = zone;
    }

    /** Takes a day of samples that was read in the zone. */
    void take(ExportDay day) {
        dates.computeIfAbsent(day.date(), this::gap).ifPresent(gap -> {
            gap.present().add(day.externalId());
            if (day.day().rejections().stream()
                    .anyMatch(rejection -> rejection.reason() == Rejection.Reason.NO_SUCH_TIME)) {
                gap.skipped().add(day.externalId());
            }
        });
    }

    private Optional<Gap> gap(LocalDate date) {
        ZoneOffsetTransition next = zone.getRules()
                .nextTransition(date.atStartOfDay(zone).toInstant().minusMillis(1));
        return next != null
                        && next.isGap()
                        && next.getDateTimeBefore().toLocalDate().equals(date)
                ? Optional.of(new Gap(next, new HashSet<>(), new HashSet<>()))
                : Optional.empty();
    }

    /** Returns the doubt about the zone in one sentence, with another zone to consider; empty if there is none. */
    Optional<String> doubt() {
        return dates.values().stream()
                .flatMap(Optional::stream)
                .filter(gap -> !gap.skipped().isEmpty()
                        && 2 * gap.skipped().size() >= gap.present().size())
                .findFirst()
                .map(this::words);
    }

    private String words(Gap gap) {
        return ("Is the zone right? %,d of %,d participants have times on %s from %s to %s, which the clocks of %s skipped; these rows are"
                        + " rejected. A zone without daylight saving time has them, such as %s")
                .formatted(
                        gap.skipped().size(),
                        gap.present().size(),
                        gap.change().getDateTimeBefore().toLocalDate(),
                        gap.change().getDateTimeBefore().toLocalTime(),
                        gap.change().getDateTimeAfter().toLocalTime(),
                        zone,
                        fixed(gap.change().getOffsetBefore()));
    }

    /** Returns the zone of a fixed offset by a name that {@code --zone} accepts; the signs of these names are reversed. */
    private static String fixed(ZoneOffset offset) {
        int hours = offset.getTotalSeconds() / 3600;
        return hours == 0 || offset.getTotalSeconds() % 3600 != 0
                ? "UTC"
                : "Etc/GMT" + (hours > 0 ? "-" : "+") + Math.abs(hours);
    }
}
