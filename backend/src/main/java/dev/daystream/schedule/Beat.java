package dev.daystream.schedule;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.function.Supplier;
import org.quartz.CronScheduleBuilder;
import org.quartz.ScheduleBuilder;
import org.quartz.SimpleScheduleBuilder;

/**
 * Something to be done again and again.
 *
 * @param name what, in words for the log; unlike every other of the clockwork
 * @param when how often
 * @param action begins it, on an event loop; what it has to do is in the database, so a beat that is lost or comes twice does no harm
 */
public record Beat(String name, ScheduleBuilder<?> when, Supplier<Future<?>> action) {
    /** From now on, and whenever so much time has gone by again; beats that were missed are left out. */
    public static Beat every(Duration interval, String name, Supplier<Future<?>> action) {
        return new Beat(
                name,
                SimpleScheduleBuilder.simpleSchedule()
                        .withIntervalInMilliseconds(interval.toMillis())
                        .repeatForever()
                        .withMisfireHandlingInstructionNextWithRemainingCount(),
                action);
    }

    /** At the times of a Quartz cron expression, in the time zone of the machine. */
    public static Beat at(String cron, String name, Supplier<Future<?>> action) {
        return new Beat(name, CronScheduleBuilder.cronSchedule(cron), action);
    }
}
