package dev.daystream.ingest;

import dev.daystream.model.JobState;
import dev.daystream.store.JobReader.Open;
import java.util.List;

/** Is told what becomes of jobs. Must not block. */
public interface JobWatch {
    /** Says that a job has ended. */
    void ended(String kind, JobState state);

    /** Says how many jobs wait and run now. */
    void open(List<Open> open);
}
