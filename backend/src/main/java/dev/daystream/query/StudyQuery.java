package dev.daystream.query;

import dev.daystream.metrics.Catalog;
import dev.daystream.model.StudySettings;
import dev.daystream.query.ParticipantQuery.WornPerson;
import dev.daystream.store.StudyReader;
import dev.daystream.store.StudyReader.Asked;
import dev.daystream.store.StudySettingsStore;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who needs attention. */
public final class StudyQuery {
    private static final Pattern WALL_TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");

    private final ParticipantQuery participants;
    private final WearDays wear;
    private final StudyReader reader;
    private final StudySettingsStore settings;
    private final List<String> sleepTypes;
    private final Clock clock;

    /**
     * Some participants.
     *
     * @param rows by id
     * @param next cursor of the next page, or null
     * @param wear whether the wear of all of them is known
     */
    public record Page(List<StudyRow> rows, @Nullable String next, WearProgress wear) {}

    StudyQuery(
            ParticipantQuery participants,
            WearDays wear,
            StudyReader reader,
            StudySettingsStore settings,
            Catalog catalog,
            Clock clock) {
        this.participants = participants;
        this.wear = wear;
        this.reader = reader;
        this.settings = settings;
        this.sleepTypes = catalog.sleepDataTypes();
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
                .listWorn(limit, cursor)
                .compose(page -> rows(page.people()).map(rows -> new Page(rows, page.next(), progress(rows))));
    }

    /** Returns participants in the order asked; fails with {@link NoSuchParticipantException}. */
    Future<List<StudyRow>> find(List<Long> ids) {
        return participants.findWorn(ids).compose(this::rows);
    }

    /** Fails with {@link NoSuchParticipantException} if there is no such participant. */
    Future<Void> exists(long id) {
        return participants.exists(id);
    }

    /** Returns the settings. */
    public Future<StudySettings> settings() {
        return settings.read();
    }

    /** Sets all of them; fails with {@link InvalidParametersException} if a time is none. */
    public Future<StudySettings> set(StudySettings wanted) {
        List<ParameterError> errors = Stream.of(
                        error("quietFrom", wanted.quietFrom()), error("quietUntil", wanted.quietUntil()))
                .filter(Objects::nonNull)
                .toList();
        return errors.isEmpty() ? settings.write(wanted) : Future.failedFuture(new InvalidParametersException(errors));
    }

    private WearProgress progress(List<StudyRow> rows) {
        return wear.progress(rows.stream()
                .mapToInt(row -> row.participant().wear30().pending())
                .sum());
    }

    private Future<List<StudyRow>> rows(List<WornPerson> people) {
        Instant now = clock.instant();
        var facts = reader.facts(people.stream().map(StudyQuery::asked).toList(), sleepTypes);
        var set = settings.read();
        return Future.all(facts, set)
                .map(done -> people.stream()
                        .map(one -> StudyRow.of(
                                one,
                                Objects.requireNonNull(
                                        facts.result().get(one.person().id())),
                                set.result(),
                                now))
                        .toList());
    }

    private static Asked asked(WornPerson one) {
        Period week = one.week();
        return new Asked(one.person().id(), week == null ? null : week.from(), week == null ? null : week.to());
    }

    private static @Nullable ParameterError error(String name, String time) {
        return WALL_TIME.matcher(time).matches()
                ? null
                : new ParameterError(name, "'" + time + "' is not a time of day such as 21:00");
    }
}
