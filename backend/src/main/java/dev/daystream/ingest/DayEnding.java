package dev.daystream.ingest;

import dev.daystream.model.Participant;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the runs of a participant's local day ended together.
 *
 * @param participant whose
 * @param date local day
 * @param worst the worst kind of ending
 * @param error the worst ending's words; null if all is well
 * @param retryAfter the longest wait that an ending asks for
 * @param samples samples that were put in place
 * @param failures runs that did not put anything in place and should have
 */
public record DayEnding(
        Participant participant,
        LocalDate date,
        Ending.Kind worst,
        @Nullable String error,
        Duration retryAfter,
        long samples,
        int failures) {
    static DayEnding of(Participant participant, LocalDate date, List<Ending> endings) {
        Ending worst = endings.stream().max(Comparator.comparing(Ending::kind)).orElseThrow();
        return new DayEnding(
                participant,
                date,
                worst.kind(),
                worst.error(),
                endings.stream()
                        .map(Ending::retryAfter)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                endings.stream().mapToLong(Ending::samples).sum(),
                (int) endings.stream()
                        .filter(ending -> ending.kind().compareTo(Ending.Kind.FAILED) >= 0)
                        .count());
    }
}
