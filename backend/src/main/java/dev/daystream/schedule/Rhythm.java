package dev.daystream.schedule;

import dev.daystream.model.BeatLog;
import dev.daystream.model.BeatState;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.MessageConsumer;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.quartz.CronExpression;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobExecutionContext;
import org.quartz.ScheduleBuilder;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.StdSchedulerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The service's clockwork.
 *
 * <p>Quartz's threads only send a message. The work is done where every other is.
 */
public final class Rhythm {
    private static final Logger LOG = LoggerFactory.getLogger(Rhythm.class);
    private static final String ADDRESS = "address";
    private static final String BUS = "bus";
    private final Scheduler scheduler;
    private final Map<String, Pulse> pulses;
    private final List<MessageConsumer<Void>> consumers;

    private Rhythm(Scheduler scheduler, Map<String, Pulse> pulses, List<MessageConsumer<Void>> consumers) {
        this.scheduler = scheduler;
        this.pulses = pulses;
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
     * @param log keeps the last times of beats that come at times of the day or week
     */
    public static Rhythm start(Vertx vertx, List<Beat> beats, BeatLog log) {
        EventBus bus = vertx.eventBus();
        Map<String, Pulse> pulses = new LinkedHashMap<>();
        beats.forEach(beat -> pulses.put(beat.key(), new Pulse(beat, log)));
        recall(pulses, log);
        List<MessageConsumer<Void>> consumers = pulses.entrySet().stream()
                .map(one -> bus.<Void>localConsumer(
                        one.getKey(), message -> one.getValue().act()))
                .toList();
        try {
            return new Rhythm(scheduler(bus, beats), pulses, consumers);
        } catch (SchedulerException e) {
            throw new IllegalStateException("The scheduler did not start: " + e.getMessage(), e);
        }
    }

    private static void recall(Map<String, Pulse> pulses, BeatLog log) {
        Future<?> recalled =
                log.recall().onSuccess(kept -> pulses.forEach((key, pulse) -> pulse.recall(kept.get(key))));
        recalled.onFailure(failure -> LOG.warn("Could not recall the last beats: {}", failure.getMessage()));
    }

    /** Returns how every beat stands, in the order in which they were given. */
    public List<BeatState> beats() {
        return pulses.entrySet().stream()
                .map(one -> one.getValue().state(next(one.getKey())))
                .toList();
    }

    private @Nullable Instant next(String key) {
        try {
            Trigger trigger = scheduler.getTrigger(TriggerKey.triggerKey(key));
            Date next = trigger == null ? null : trigger.getNextFireTime();
            return next == null ? null : next.toInstant();
        } catch (SchedulerException e) {
            return null;
        }
    }

    private static Scheduler scheduler(EventBus bus, List<Beat> beats) throws SchedulerException {
        Scheduler scheduler = new StdSchedulerFactory(properties()).getScheduler();
        scheduler.getContext().put(BUS, bus);
        for (Beat beat : beats) {
            add(scheduler, beat.key(), beat.when());
        }
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
