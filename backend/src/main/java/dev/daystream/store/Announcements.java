package dev.daystream.store;

import dev.daystream.model.DayEvent;
import dev.daystream.model.JobEvent;
import dev.daystream.model.JobJson;
import dev.daystream.model.ParticipantChange;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.pubsub.PgSubscriber;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears from the database which days were committed, which participants changed, and where jobs stand, by this process or another.
 *
 * <p>The write side sends {@link DayEventJson} to the channel {@value #CHANNEL} right after its commit, so that nothing is heard before it
 * can be read. While the connection is away announcements are lost; listeners are told of the gap when it is back.
 */
public final class Announcements {
    /** Name of the channel of days. */
    public static final String CHANNEL = "daystream_day";
    /** Name of the channel of changes of participants. */
    static final String PARTICIPANTS = "daystream_participant";

    /** Name of the channel on which jobs are told of. */
    static final String JOBS = "daystream_job";

    private static final Logger LOG = LoggerFactory.getLogger(Announcements.class);
    private static final long RECONNECT_MILLIS = 1_000;

    private final PgSubscriber subscriber;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private boolean heardBefore;

    /** Hears of committed days, on an event loop, in the order of commits; listeners are called in the order they were added. */
    public interface Listener {
        /** A day took effect. */
        void day(DayEvent event);

        /** Something was changed about a participant. */
        default void participant(ParticipantChange change) {}

        /** A job is somewhere else than before. */
        default void job(JobEvent event) {}

        /** Events may have been missed. */
        void gap();
    }

    private Announcements(PgSubscriber subscriber) {
        this.subscriber = subscriber;
        subscriber.reconnectPolicy(retries -> RECONNECT_MILLIS);
        subscriber.channel(CHANNEL).subscribeHandler(done -> subscribed()).handler(this::heard);
        subscriber
                .channel(PARTICIPANTS)
                .handler(payload -> heard(payload, ParticipantChangeJson::read, Listener::participant));
        subscriber
                .channel(JOBS)
                .handler(payload -> heard(payload, json -> JobJson.read(json, JobEvent.class), Listener::job));
    }

    /** Connects and listens, and connects again whenever the connection is lost. */
    public static Future<Announcements> listen(Vertx vertx, Database database) {
        Announcements announcements =
                new Announcements(PgSubscriber.subscriber(vertx, Database.connectOptions(database.settings())));
        return announcements.subscriber.connect().map(announcements);
    }

    /** Adds a listener, which hears of what is committed from now on. */
    public void add(Listener listener) {
        listeners.add(listener);
    }

    /** Stops listening. */
    public Future<Void> close() {
        return subscriber.close();
    }

    private void subscribed() {
        if (heardBefore) {
            LOG.warn("Listening for committed days again; some may have been missed");
            tell(Listener::gap);
        }
        heardBefore = true;
    }

    private void heard(String payload) {
        heard(payload, DayEventJson::read, Listener::day);
    }

    private <E> void heard(String payload, Function<String, E> reader, BiConsumer<Listener, E> message) {
        E event;
        try {
            event = reader.apply(payload);
        } catch (RuntimeException e) {
            LOG.warn("An announcement cannot be read; listeners are told to look for themselves", e);
            tell(Listener::gap);
            return;
        }
        tell(listener -> message.accept(listener, event));
    }

    private void tell(Consumer<Listener> message) {
        for (Listener listener : listeners) {
            try {
                message.accept(listener);
            } catch (RuntimeException e) {
                LOG.error("A listener failed on an announcement", e);
            }
        }
    }
}
