package dev.daystream.cli;

import dev.daystream.ingest.JobControl;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * A job's control that tells the terminal how many units of work there are.
 *
 * @param control the control
 * @param total is told the units
 */
record WatchedControl(JobControl control, LongConsumer total) implements JobControl {
    @Override
    public void total(long units) {
        total.accept(units);
        control.total(units);
    }

    @Override
    public void done(long units, String words) {
        control.done(units, words);
    }

    @Override
    public void position(String key, String value) {
        control.position(key, value);
    }

    @Override
    public Map<String, String> position() {
        return control.position();
    }

    @Override
    public boolean isStopping() {
        return control.isStopping();
    }
}
