package dev.daystream.ingest;

/** Is told how long work gets on. Called from several threads. */
public interface Progress {
    /** Tells nobody. */
    Progress SILENT = ending -> {};

    /** Says that another participant-day is done with. */
    void day(DayEnding ending);
}
