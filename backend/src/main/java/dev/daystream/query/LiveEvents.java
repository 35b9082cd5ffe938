package dev.daystream.query;

import dev.daystream.model.DayEvent;
import dev.daystream.store.Announcements;
import dev.daystream.store.DayEventJson;
import java.util.function.Consumer;

/** Tells of committed days, once questions about them are answered anew. */
public final class LiveEvents {
    private final Announcements announcements;

    LiveEvents(Announcements announcements) {
        this.announcements = announcements;
    }

    /**
     * Adds a listener; both are called on an event loop.
     *
     * @param day takes each event in the form of the API
     * @param gap is called when events may have been missed
     */
    public void listen(Consumer<String> day, Runnable gap) {
        announcements.add(new Announcements.Listener() {
            @Override
            public void day(DayEvent event) {
                day.accept(DayEventJson.write(event));
            }

            @Override
            public void gap() {
                gap.run();
            }
        });
    }
}
