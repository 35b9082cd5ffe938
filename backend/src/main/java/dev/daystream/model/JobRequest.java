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
    @JsonSubTypes.Type(value = JobRequest.Impute.class, name = JobRequest.IMPUTE),
    @JsonSubTypes.Type(value = JobRequest.UndoImputation.class, name = JobRequest.UNDO_IMPUTATION),
    @JsonSubTypes.Type(value = JobRequest.Derive.class, name = JobRequest.DERIVE),
    @JsonSubTypes.Type(value = JobRequest.Import.class, name = JobRequest.IMPORT),
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
    /** Key of {@link Impute}. */
    String IMPUTE = "impute";
    /** Key of {@link UndoImputation}. */
    String UNDO_IMPUTATION = "undo-imputation";
    /** Key of {@link Derive}. */
    String DERIVE = "derive";
    /** Key of {@link Import}. */
    String IMPORT = "import";

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

    /**
     * Makes values for gaps.
     *
     * @param participants whose; everybody if empty
     * @param metrics keys; all that may be imputed if empty
     * @param from first local day; null for the first with data
     * @param to last local day, included; null for the last with data
     * @param method key of the method; null for the standard one of each metric
     * @param dryRun counts what would be made, and makes nothing
     */
    record Impute(
            List<Long> participants,
            List<String> metrics,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String method,
            boolean dryRun)
            implements JobRequest {
        public Impute {
            participants = inOrder(participants);
            metrics = inOrder(metrics);
        }

        @Override
        public String kind() {
            return IMPUTE;
        }
    }

    /**
     * Takes all values of a run of imputation away.
     *
     * @param run its number
     */
    record UndoImputation(int run) implements JobRequest {
        @Override
        public String kind() {
            return UNDO_IMPUTATION;
        }
    }

    /**
     * Makes derived daily figures.
     *
     * @param participants whose; everybody if empty
     * @param from first local day; null for the first with data
     * @param to last local day, included; null for the last with data
     * @param all makes also those again that still hold
     */
    record Derive(
            List<Long> participants,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            boolean all) implements JobRequest {
        public Derive {
            participants = inOrder(participants);
        }

        @Override
        public String kind() {
            return DERIVE;
        }
    }

    /**
     * Reads the files of an export; only a command does this.
     *
     * @param directory where the files are
     * @param zone IANA time zone of new participants
     */
    record Import(String directory, String zone) implements JobRequest {
        @Override
        public String kind() {
            return IMPORT;
        }
    }

    private static <T extends Comparable<T>> List<T> inOrder(@Nullable List<T> some) {
        return some == null ? List.of() : some.stream().distinct().sorted().toList();
    }
}
