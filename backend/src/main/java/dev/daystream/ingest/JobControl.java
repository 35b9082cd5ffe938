package dev.daystream.ingest;

import io.vertx.core.Future;
import java.util.Map;

/** What a job tells of itself, and what it is told. Methods may be called from several threads; none blocks. */
public interface JobControl {
    /** Says how many units of work there are. */
    void total(long units);

    /**
     * Says that units of work are done.
     *
     * @param units how many more
     * @param words what the job is at, for people
     */
    void done(long units, String words);

    /**
     * Notes where to go on after an interruption; kept with the next progress that is written.
     *
     * @param key what is gone on with, such as a participant
     * @param value from where
     */
    void position(String key, String value);

    /** Returns what was noted before an interruption; empty at a first start. */
    Map<String, String> position();

    /**
     * Begins a wait of all that is left to do, such as for a quota. Meanwhile another job works in the place of this one.
     *
     * @param words what it waits for, for people
     */
    void waits(String words);

    /** Ends a wait. Work goes on when the result is there: when the job has its place again. */
    Future<Void> goOn();

    /** Returns whether to stop before the next unit of work. */
    boolean isStopping();
}
