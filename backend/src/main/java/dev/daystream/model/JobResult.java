package dev.daystream.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of a job; the same form for every kind.
 *
 * @param words the sum of it, in a sentence
 * @param counts figures by name, such as days or failures
 * @param findings what deserves a look, the first {@value #LONGEST} of them
 * @param more how many findings there are besides
 */
public record JobResult(String words, Map<String, Long> counts, List<Finding> findings, long more) {
    /** So many findings are kept. */
    public static final int LONGEST = 200;

    public JobResult {
        counts = Map.copyOf(counts);
        findings = List.copyOf(findings);
    }

    /** Makes a result of however many findings. */
    public static JobResult of(String words, Map<String, Long> counts, List<Finding> findings) {
        int kept = Math.min(LONGEST, findings.size());
        return new JobResult(words, counts, findings.subList(0, kept), findings.size() - kept);
    }

    /**
     * Something that deserves a look.
     *
     * @param participant whose; null if nobody's
     * @param date of which local day; null if of none
     * @param dataType of which data type; null if of none
     * @param words what it is
     */
    public record Finding(
            @Nullable Long participant,
            @Nullable LocalDate date,
            @Nullable String dataType,
            String words) {}
}
