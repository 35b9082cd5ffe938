package dev.daystream.query;

import dev.daystream.store.DirectoryReader.Entry;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Finds the participant and the page of local dates that a request means. */
final class ParticipantDays {
    private final ParticipantDirectory directory;
    private final Clock clock;

    /**
     * What was found.
     *
     * @param entry the participant
     * @param window the page of dates
     */
    record Found(Entry entry, DateWindow window) {}

    ParticipantDays(ParticipantDirectory directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    Future<Found> window(String kind, DatesRequest request) {
        return directory.find(List.of(request.participant())).map(found -> {
            Entry entry = found.get(0);
            LocalDate lastDay = entry.lastDay();
            if (lastDay == null) {
                lastDay = entry.participant().zones().dateOf(clock.instant());
            }
            return new Found(entry, DateWindow.of(kind, request, lastDay));
        });
    }
}
