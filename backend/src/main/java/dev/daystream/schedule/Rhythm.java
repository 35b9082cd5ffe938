package dev.daystream.schedule;

import dev.daystream.ingest.Refresh;
import dev.daystream.ingest.Schedule;
import dev.daystream.model.Trigger;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.MessageConsumer;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.quartz.CronExpression;
import org.quartz.CronScheduleBuilder;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobExecutionContext;
import org.quartz.ScheduleBuilder;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The service's clockwork: looks every so often whether days are due, and looks again at days already taken, daily and weekly.
 *
 * <p>Quartz's threads only send a message. What is due is in the database, so a message that is lost or comes twice does no harm.
 */
public final class Rhythm {
    private static final Logger LOG = LoggerFactory.getLogger(Rhythm.class);
    private static final String ADDRESS = "address";
    private static final String BUS = "bus";
    private static final String DUE = "ingest.due";
    private static final String DAILY = "ingest.refresh.daily";
    private static final String WEEKLY = "ingest.refresh.weekly";
    private static final int DAILY_LOOKS_BACK = 3;
    private static final int WEEKLY_LOOKS_BACK = 14;

    private final Scheduler scheduler;
    private final List<MessageConsumer<Void>> consumers;

    private Rhythm(Scheduler scheduler, List<MessageConsumer<Void>> consumers) {
        this.scheduler = scheduler;
        this.consumers = consumers;
    }

    /** Returns whether a text is a cron expression that has a time to come. */
    public static boolean isCron(String text) {
        try {
            return new CronExpression(text).getNextValidTimeAfter(Date.from(Instant.now())) != null;
        } catch (ParseException e) {
            return false;
        }
    }

    /**
     * Starts the clockwork.
     *
     * @param every rhythm of days; what is due is looked for ten times as often
     */
    public static Rhythm start(
            Vertx vertx, Schedule schedule, Refresh refresh, Duration every, String dailyAt, String weeklyAt) {
        EventBus bus = vertx.eventBus();
        List<MessageConsumer<Void>> consumers = List.of(
                bus.localConsumer(
                        DUE, message -> schedule.takeDue(Trigger.SCHEDULE).onFailure(Rhythm::log)),
                bus.localConsumer(
                        DAILY, message -> refresh.lookBack(DAILY_LOOKS_BACK).onFailure(Rhythm::log)),
                bus.localConsumer(
                        WEEKLY, message -> refresh.lookBack(WEEKLY_LOOKS_BACK).onFailure(Rhythm::log)));
        try {
            return new Rhythm(scheduler(bus, every, dailyAt, weeklyAt), consumers);
        } catch (SchedulerException e) {
            throw new IllegalStateException("The scheduler did not start: " + e.getMessage(), e);
        }
    }

    private static Scheduler scheduler(EventBus bus, Duration every, String dailyAt, String weeklyAt)
            throws SchedulerException {
        Scheduler scheduler = new StdSchedulerFactory(properties()).getScheduler();
        scheduler.getContext().put(BUS, bus);
        long look = Math.min(15_000, Math.max(500, every.toMillis() / 10));
        add(
                scheduler,
                DUE,
                SimpleScheduleBuilder.simpleSchedule()
                        .withIntervalInMilliseconds(look)
                        .repeatForever()
                        .withMisfireHandlingInstructionNextWithRemainingCount());
        add(scheduler, DAILY, CronScheduleBuilder.cronSchedule(dailyAt));
        add(scheduler, WEEKLY, CronScheduleBuilder.cronSchedule(weeklyAt));
        scheduler.start();
        return scheduler;
    }

    /** Stops the clockwork; what has begun goes on. */
    public void stop() {
        consumers.forEach(MessageConsumer::unregister);
        try {
            scheduler.shutdown(false);
        } catch (SchedulerException e) {
            LOG.warn("The scheduler did not stop: {}", e.getMessage());
        }
    }

    private static void add(Scheduler scheduler, String address, ScheduleBuilder<?> when) throws SchedulerException {
        scheduler.scheduleJob(
                JobBuilder.newJob(Message.class)
                        .withIdentity(address)
                        .usingJobData(ADDRESS, address)
                        .build(),
                TriggerBuilder.newTrigger()
                        .withIdentity(address)
                        .withSchedule(when)
                        .startNow()
                        .build());
    }

    private static Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("org.quartz.scheduler.instanceName", "daystream-" + System.nanoTime());
        properties.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
        properties.setProperty("org.quartz.threadPool.threadCount", "2");
        properties.setProperty("org.quartz.scheduler.makeSchedulerThreadDaemon", "true");
        properties.setProperty("org.quartz.threadPool.makeThreadsDaemons", "true");
        return properties;
    }

    private static void log(Throwable failure) {
        LOG.warn("Days that are due could not be looked up; they stay due: {}", failure.getMessage());
    }

    /** Sends an empty message to the job's address. */
    public static final class Message implements Job {
        @Override
        public void execute(JobExecutionContext context) throws org.quartz.JobExecutionException {
            try {
                EventBus bus = (EventBus) Objects.requireNonNull(
                        context.getScheduler().getContext().get(BUS));
                bus.send(context.getMergedJobDataMap().getString(ADDRESS), null);
            } catch (SchedulerException e) {
                throw new org.quartz.JobExecutionException(e);
            }
        }
    }
}
