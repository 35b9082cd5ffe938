package dev.daystream.cli;

import dev.daystream.ingest.JobControl;
import io.vertx.core.Future;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * A job's control that tells the terminal how many units of work there are, and what is waited for.
 *
 * @param control the control
 * @param total is told the units
 * @param waits is told what is waited for, in words
 */
record WatchedControl(JobControl control, LongConsumer total, Consumer<String> waits) implements JobControl {
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
    public void waits(String words) {
        waits.accept(words);
        control.waits(words);
    }

    @Override
    public Future<Void> goOn() {
        return control.goOn();
    }

    @Override
    public boolean isStopping() {
        return control.isStopping();
    }
}
