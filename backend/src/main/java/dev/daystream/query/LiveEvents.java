package dev.daystream.query;

import dev.daystream.model.DayEvent;
import dev.daystream.model.JobEvent;
import dev.daystream.model.JobJson;
import dev.daystream.model.ParticipantChange;
import dev.daystream.store.Announcements;
import dev.daystream.store.DayEventJson;
import dev.daystream.store.ParticipantChangeJson;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;

/** Tells of committed days and changed participants, once questions about them are answered anew, and of where jobs stand. */
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
     * @param job takes each event in the form of the API, with the number of the job
     * @param gap is called when events may have been missed
     */
    public void listen(Consumer<String> day, Consumer<String> participant, ObjLongConsumer<String> job, Runnable gap) {
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
            public void job(JobEvent event) {
                job.accept(JobJson.write(event), event.id());
            }

            @Override
            public void gap() {
                gap.run();
            }
        });
    }
}
