package dev.daystream.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.model.JobResult;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** However many findings there are: whoever watches is told all of them, and the result keeps the first and a count. */
class JobFindingsTest {
    @Test
    void whoWatchesIsToldAllAndTheResultKeepsTheFirst() {
        List<String> told = new ArrayList<>();
        JobFindings findings = new JobFindings(finding -> told.add(finding.words()), "damaged");
        for (int i = 0; i < 1_000; i++) {
            findings.add(1L, null, "steps", "payload " + i);
        }
        assertThat(told).hasSize(1_000).endsWith("payload 999");
        JobResult result = findings.result("words");
        assertThat(result.findings()).hasSize(JobResult.LONGEST);
        assertThat(result.more()).isEqualTo(1_000 - JobResult.LONGEST);
        assertThat(result.counts()).containsEntry("damaged", 0L);
    }
}
