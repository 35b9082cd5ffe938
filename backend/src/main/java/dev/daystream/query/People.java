package dev.daystream.query;

import dev.daystream.model.Participant;
import io.vertx.core.Future;
import java.util.List;

/** Who somebody is, with the zones they lived in. */
public final class People {
    private final ParticipantDirectory directory;

    People(ParticipantDirectory directory) {
        this.directory = directory;
    }

    /** Returns the participants in the order asked; fails with {@link NoSuchParticipantException} if one does not exist. */
    public Future<List<Participant>> find(List<Long> ids) {
        return directory
                .find(ids)
                .map(entries ->
                        entries.stream().map(entry -> entry.participant()).toList());
    }
}
