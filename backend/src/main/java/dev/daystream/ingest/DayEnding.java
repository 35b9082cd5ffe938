package dev.daystream.ingest;

import dev.daystream.ingest.Ending.Reason;
import dev.daystream.model.Participant;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The endings of the runs of a participant's local day.
 *
 * @param participant whose
 * @param date local day
 * @param byDataType how the run of each data type ended, by key of the data type; one at least
 */
public record DayEnding(Participant participant, LocalDate date, Map<String, Ending> byDataType) {
    private Ending worstEnding() {
        return endings().stream().max(Comparator.comparing(Ending::kind)).orElseThrow();
    }

    private Collection<Ending> endings() {
        return byDataType.values();
    }

    /** Returns the worst kind of ending. */
    public Ending.Kind worst() {
        return worstEnding().kind();
    }

    /** Returns the worst ending's words; null if all is well. */
    public @Nullable String error() {
        return worstEnding().error();
    }

    /** Returns the longest wait that an ending asks for; zero if none does. */
    public Duration retryAfter() {
        return endings().stream()
                .map(Ending::retryAfter)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Returns the number of samples that were stored. */
    public long samples() {
        return endings().stream().mapToLong(Ending::samples).sum();
    }

    /** Returns the number of runs that stored nothing and should have. */
    public int failures() {
        return (int) endings().stream()
                .filter(ending -> ending.kind().compareTo(Ending.Kind.FAILED) >= 0)
                .count();
    }

    /** Returns whether the source's quota ended a run. */
    public boolean isQuotaUsedUp() {
        return endings().stream().anyMatch(ending -> ending.reason() == Reason.QUOTA);
    }

    /** Returns the data types that have to be fetched again, with how each ended. */
    public Map<String, Ending> outstanding() {
        Map<String, Ending> outstanding = new LinkedHashMap<>(byDataType);
        outstanding.values().removeIf(ending -> ending.kind() != Ending.Kind.RETRY);
        return outstanding;
    }

    /**
     * Returns whether the whole day has to be fetched again: consent or source have ended, the quota is used up, the database could not be
     * reached, or the source answered none of the requests. Else the day is done, but for what is {@link #outstanding}.
     */
    public boolean isHeld() {
        return worst().isTerminal()
                || outstanding().values().stream()
                        .anyMatch(ending -> ending.reason() == Reason.QUOTA || ending.reason() == Reason.STORE)
                || endings().stream().allMatch(ending -> ending.reason() == Reason.UNREACHABLE);
    }

    /** Returns this day with the endings of a later fetch of some of its data types; samples are those of both. */
    DayEnding followedBy(DayEnding later) {
        Map<String, Ending> both = new LinkedHashMap<>(byDataType);
        later.byDataType().forEach((dataType, ending) -> both.merge(dataType, ending, Ending::followedBy));
        return new DayEnding(participant, date, both);
    }
}
