package dev.daystream.query;

import dev.daystream.model.DayEvent;
import dev.daystream.model.ParticipantChange;
import dev.daystream.store.Announcements;
import dev.daystream.store.DayEventJson;
import dev.daystream.store.ParticipantChangeJson;
import java.util.function.Consumer;

/** Tells of committed days, once questions about them are answered anew. */
public final class LiveEvents {
    private final Announcements announcements;

    LiveEvents(Announcements announcements) {
        this.announcements = announcements;
    }

    /**
     * Adds a listener; all are called on an event loop.
     *
     * @param day takes each event in the form of the API
     * @param participant takes each change of a participant in the form of the API
     * @param gap is called when events may have been missed
     */
    public void listen(Consumer<String> day, Consumer<String> participant, Runnable gap) {
        announcements.add(new Announcements.Listener() {
            @Override
            public void day(DayEvent event) {
                day.accept(DayEventJson.write(event));
            }

            @Override
            public void participant(ParticipantChange change) {
                participant.accept(ParticipantChangeJson.write(change));
            }

            @Override
            public void gap() {
                gap.run();
            }
        });
    }
}
