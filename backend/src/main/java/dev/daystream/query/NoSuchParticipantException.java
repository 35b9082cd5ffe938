package dev.daystream.query;

import java.util.Collection;
import java.util.stream.Collectors;

/** Says which participants that were asked for do not exist. */
public final class NoSuchParticipantException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NoSuchParticipantException(Collection<Long> ids) {
        super((ids.size() == 1 ? "There is no participant " : "There are no participants ")
                + ids.stream().map(String::valueOf).collect(Collectors.joining(", ")));
    }
}
