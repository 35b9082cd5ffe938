package dev.daystream.ingest;

import dev.daystream.model.Delivery;
import dev.daystream.model.JobResult;
import dev.daystream.model.JobResult.Finding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Gathers what comes of a job while it runs. Safe for use by several threads. */
final class JobFindings {
    private final Map<String, Long> counts = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Consumer<Finding> watcher;
    private long more;

    /** Makes it, with figures that are told also where they stay zero. */
    JobFindings(String... figures) {
        this(finding -> {}, figures);
    }

    /**
     * As above, for somebody who watches the job.
     *
     * @param watcher is told every finding as it comes, those too that are not kept
     */
    JobFindings(Consumer<Finding> watcher, String... figures) {
        this.watcher = watcher;
        for (String figure : figures) {
            counts.put(figure, 0L);
        }
    }

    synchronized void count(String figure, long many) {
        counts.merge(figure, many, Long::sum);
    }

    synchronized long of(String figure) {
        return counts.getOrDefault(figure, 0L);
    }

    void add(Delivery delivery, String words) {
        add(delivery.participant(), delivery.date(), delivery.dataType(), words);
    }

    synchronized void add(
            @Nullable Long participant, @Nullable LocalDate date, @Nullable String dataType, String words) {
        Finding finding = new Finding(participant, date, dataType, words);
        watcher.accept(finding);
        if (findings.size() < JobResult.LONGEST) {
            findings.add(finding);
        } else {
            more++;
        }
    }

    synchronized JobResult result(String words) {
        return new JobResult(words, counts, findings, more);
    }
}
