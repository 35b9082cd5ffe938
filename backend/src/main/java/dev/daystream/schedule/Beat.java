package dev.daystream.schedule;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.quartz.CronScheduleBuilder;
import org.quartz.ScheduleBuilder;
import org.quartz.SimpleScheduleBuilder;

/**
 * Something to be done again and again.
 *
 * @param key unlike every other of the clockwork
 * @param name what, in words for the log and for people
 * @param interval from one beat to the next; null if it comes at the times of {@code cron}
 * @param cron a Quartz cron expression in the time zone of the machine; null if it comes at an interval
 * @param action begins it, on an event loop; what it has to do is in the database, so a beat that is lost or comes twice does no harm
 */
public record Beat(
        String key,
        String name,
        @Nullable Duration interval,
        @Nullable String cron,
        Supplier<? extends Future<?>> action) {
    /** From now on, and whenever so much time has gone by again; beats that were missed are left out. */
    public static Beat every(Duration interval, String key, String name, Supplier<? extends Future<?>> action) {
        return new Beat(key, name, interval, null, action);
    }

    /** At the times of a Quartz cron expression, in the time zone of the machine. */
    public static Beat at(String cron, String key, String name, Supplier<? extends Future<?>> action) {
        return new Beat(key, name, null, cron, action);
    }

    ScheduleBuilder<?> when() {
        return interval == null
                ? CronScheduleBuilder.cronSchedule(Objects.requireNonNull(cron))
                : SimpleScheduleBuilder.simpleSchedule()
                        .withIntervalInMilliseconds(interval.toMillis())
                        .repeatForever()
                        .withMisfireHandlingInstructionNextWithRemainingCount();
    }
}
