package dev.daystream.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Long-running work that somebody asks for, by its kind. Two requests that mean the same are equal, and the same as JSON, which the API
 * takes and the database keeps: participants are in order and named once, and what does not narrow is left out.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = JobRequest.Backfill.class, name = JobRequest.BACKFILL),
    @JsonSubTypes.Type(value = JobRequest.Retry.class, name = JobRequest.RETRY),
    @JsonSubTypes.Type(value = JobRequest.Reparse.class, name = JobRequest.REPARSE),
    @JsonSubTypes.Type(value = JobRequest.Verify.class, name = JobRequest.VERIFY),
})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public sealed interface JobRequest {
    /** Key of {@link Backfill}. */
    String BACKFILL = "backfill";
    /** Key of {@link Retry}. */
    String RETRY = "retry";
    /** Key of {@link Reparse}. */
    String REPARSE = "reparse";
    /** Key of {@link Verify}. */
    String VERIFY = "verify";

    /** Returns the key of the kind, in database and API. */
    String kind();

    /**
     * Fetches a range of days.
     *
     * @param participants whose; everybody who has a source if empty
     * @param from first local day
     * @param to last local day, included
     */
    record Backfill(List<Long> participants, LocalDate from, LocalDate to) implements JobRequest {
        public Backfill {
            participants = inOrder(participants);
        }

        @Override
        public String kind() {
            return BACKFILL;
        }
    }

    /**
     * Fetches again what failed and has not been made up for; null does not narrow.
     *
     * @param run only what this run was about
     * @param participant whose
     * @param date of which local day
     * @param dataType key of the data type
     */
    record Retry(
            @Nullable Long run,
            @Nullable Long participant,
            @Nullable LocalDate date,
            @Nullable String dataType) implements JobRequest {
        @Override
        public String kind() {
            return RETRY;
        }
    }

    /**
     * Reads payloads of the lake again.
     *
     * @param participants whose; everybody if empty
     * @param from first local day
     * @param to last local day, included
     * @param dataType key of the data type; null for all
     * @param dryRun finds out what would change, and changes nothing
     */
    record Reparse(
            List<Long> participants,
            LocalDate from,
            LocalDate to,
            @Nullable String dataType,
            boolean dryRun) implements JobRequest {
        public Reparse {
            participants = inOrder(participants);
        }

        @Override
        public String kind() {
            return REPARSE;
        }
    }

    /**
     * Compares roll-ups with samples, or payloads with their hashes.
     *
     * @param lake the payloads, and not the roll-ups
     * @param repair makes roll-ups anew that differ
     */
    record Verify(boolean lake, boolean repair) implements JobRequest {
        @Override
        public String kind() {
            return VERIFY;
        }
    }

    private static List<Long> inOrder(@Nullable List<Long> participants) {
        return participants == null
                ? List.of()
                : participants.stream().distinct().sorted().toList();
    }
}
