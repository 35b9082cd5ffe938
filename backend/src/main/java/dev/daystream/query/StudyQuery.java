package dev.daystream.query;

import dev.daystream.model.StudySettings;
import dev.daystream.query.ParticipantQuery.Person;
import dev.daystream.store.StudyReader;
import dev.daystream.store.StudySettingsStore;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who needs attention. */
public final class StudyQuery {
    private static final Pattern WALL_TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");

    private final ParticipantQuery participants;
    private final StudyReader reader;
    private final StudySettingsStore settings;
    private final Clock clock;

    /**
     * Some participants.
     *
     * @param rows by id
     * @param next cursor of the next page, or null
     */
    public record Page(List<StudyRow> rows, @Nullable String next) {}

    StudyQuery(ParticipantQuery participants, StudyReader reader, StudySettingsStore settings, Clock clock) {
        this.participants = participants;
        this.reader = reader;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Returns participants by id.
     *
     * @param limit at most so many
     * @param cursor where to begin, or null
     */
    public Future<Page> page(int limit, @Nullable String cursor) {
        return participants
                .list(limit, cursor)
                .compose(page -> rows(page.participants()).map(rows -> new Page(rows, page.next())));
    }

    /** Returns participants in the order asked; fails with {@link NoSuchParticipantException}. */
    Future<List<StudyRow>> find(List<Long> ids) {
        return participants.people(ids).compose(this::rows);
    }

    /** Returns the settings. */
    public Future<StudySettings> settings() {
        return settings.read();
    }

    /** Sets all of them; fails with {@link InvalidParametersException} if a time is none. */
    public Future<StudySettings> set(StudySettings wanted) {
        List<ParameterError> errors = java.util.stream.Stream.of(
                        error("quietFrom", wanted.quietFrom()), error("quietUntil", wanted.quietUntil()))
                .filter(Objects::nonNull)
                .toList();
        return errors.isEmpty() ? settings.write(wanted) : Future.failedFuture(new InvalidParametersException(errors));
    }

    private Future<List<StudyRow>> rows(List<Person> people) {
        Instant now = clock.instant();
        var facts = reader.facts(people.stream().map(StudyRow::nights).toList());
        var set = settings.read();
        return Future.all(facts, set)
                .map(done -> people.stream()
                        .map(person -> StudyRow.of(
                                person, Objects.requireNonNull(facts.result().get(person.id())), set.result(), now))
                        .toList());
    }

    private static @Nullable ParameterError error(String name, String time) {
        return WALL_TIME.matcher(time).matches()
                ? null
                : new ParameterError(name, "'" + time + "' is not a time of day such as 21:00");
    }
}
