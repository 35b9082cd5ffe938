package dev.daystream.ingest;

import dev.daystream.model.ParsedDay;
import dev.daystream.model.Run;
import java.time.Duration;

/** Is told what ingest does, whoever asked for it. Called from several threads; must not block. */
public interface IngestWatch {
    /** Says that a run has ended. */
    void ended(Run run, Ending ending);

    /** Says that a run has put its day in place, and how long that took. */
    void stored(Run run, ParsedDay day, Duration took);

    /** Says that another participant-day is done with. */
    void day(DayEnding ending);
}
