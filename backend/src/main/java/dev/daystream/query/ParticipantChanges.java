package dev.daystream.query;

import dev.daystream.model.Enrolment;
import dev.daystream.model.ZoneHistory;
import dev.daystream.store.ContactStore;
import dev.daystream.store.Database;
import dev.daystream.store.ParticipantEdits;
import dev.daystream.store.ParticipantEdits.Changed;
import dev.daystream.store.ParticipantStore;
import dev.daystream.store.ZoneReadings;
import dev.daystream.store.ZoneReadings.Reading;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Changes what is said about participants, and says what a change asks for. */
public final class ParticipantChanges {
    private static final int LONGEST_NAME = 200;
    /** One plain address and nothing that could end a header or add a second address. */
    private static final Pattern EMAIL =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,183}[A-Za-z0-9])?");

    private final ParticipantEdits edits;
    private final ParticipantStore participants;
    private final ZoneReadings readings;
    private final ContactStore contacts;
    private final LongConsumer changed;

    /**
     * A zone history, and what was read with another.
     *
     * @param participant whose
     * @param zones oldest first
     * @param outdated deliveries whose wall times were read with other zones
     */
    public record Zones(long participant, List<ParticipantQuery.Zone> zones, Outdated outdated) {}

    /**
     * Deliveries in effect whose wall times were read with other zones than those of today; reading them again puts them right.
     *
     * @param deliveries how many
     * @param days on how many days
     * @param first the first of these days; null if there is none
     * @param last the last of them; null if there is none
     */
    public record Outdated(
            int deliveries,
            int days,
            @Nullable LocalDate first,
            @Nullable LocalDate last) {}

    private ParticipantChanges(Database database, LongConsumer changed) {
        this.edits = new ParticipantEdits(database);
        this.participants = new ParticipantStore(database);
        this.readings = new ZoneReadings(database);
        this.contacts = new ContactStore(database);
        this.changed = changed;
    }

    /** Makes it on a database. */
    public static ParticipantChanges of(Database database) {
        return new ParticipantChanges(database, id -> {});
    }

    /** Makes it on a database; questions that follow a change, in this process, see it at once. */
    static ParticipantChanges of(Database database, ParticipantDirectory directory) {
        return new ParticipantChanges(database, directory::forget);
    }

    /** Returns a zone history; fails with {@link NoSuchParticipantException}. */
    public Future<Zones> zones(long id) {
        return participants
                .find(id)
                .compose(found -> found.isEmpty()
                        ? Future.failedFuture(new NoSuchParticipantException(Set.of(id)))
                        : zones(id, found.get().zones()));
    }

    /**
     * Changes a zone history in one transaction; local days are others from then on.
     *
     * @param change makes the new history of the present one; what it throws fails the future
     * @return fails with {@link NoSuchParticipantException}
     */
    public Future<Changed<ZoneHistory>> changeZones(long id, UnaryOperator<ZoneHistory> change) {
        return edits.zones(id, change).map(found -> done(id, found));
    }

    /** As {@link #changeZones}, and returns what it asks for. */
    public Future<Zones> setZones(long id, ZoneHistory history) {
        return changeZones(id, before -> history).compose(done -> zones(id, done.after()));
    }

    /**
     * Changes from when to when somebody takes part.
     *
     * @param change makes the new enrolment of the one that is set; what it throws fails the future
     * @return fails with {@link NoSuchParticipantException}, or {@link InvalidParametersException} if it would end before it begins
     */
    public Future<Changed<Enrolment>> changeEnrolment(long id, UnaryOperator<Enrolment> change) {
        return edits.enrolment(id, before -> checked(change.apply(before))).map(found -> done(id, found));
    }

    /** Gives a participant another name; fails with {@link NoSuchParticipantException} or {@link InvalidParametersException}. */
    public Future<Changed<String>> rename(long id, String name) {
        try {
            return edits.name(id, checkedName(name)).map(found -> done(id, found));
        } catch (InvalidParametersException e) {
            return Future.failedFuture(e);
        }
    }

    /**
     * Sets the address that a participant is written to; null forgets it.
     *
     * @return fails with {@link NoSuchParticipantException} or {@link InvalidParametersException}
     */
    public Future<Void> setEmail(long id, @Nullable String address) {
        try {
            return contacts.setAddress(id, address == null ? null : checkedEmail(address))
                    .map(found -> done(id, found ? Optional.of(true) : Optional.empty()))
                    .mapEmpty();
        } catch (InvalidParametersException e) {
            return Future.failedFuture(e);
        }
    }

    /**
     * Returns an address if it is one.
     *
     * @throws InvalidParametersException if it is not
     */
    public static String checkedEmail(String address) {
        if (!EMAIL.matcher(address).matches() || address.contains("..")) {
            throw new InvalidParametersException("email", "it must be an address such as alice@example.org");
        }
        return address;
    }

    /**
     * Returns a name without spaces around it.
     *
     * @throws InvalidParametersException if nothing is left, or too much
     */
    public static String checkedName(String name) {
        String plain = name.strip();
        if (plain.isEmpty() || plain.length() > LONGEST_NAME) {
            throw new InvalidParametersException(
                    "name", "it must have 1 to " + LONGEST_NAME + " characters besides spaces around it");
        }
        return plain;
    }

    private Future<Zones> zones(long id, ZoneHistory history) {
        return readings.of(id).map(all -> new Zones(id, ParticipantQuery.zones(history), outdated(all, history)));
    }

    private static Outdated outdated(List<Reading> readings, ZoneHistory history) {
        List<Reading> others = readings.stream()
                .filter(one -> !one.zones().equals(history.around(one.date())))
                .toList();
        return others.isEmpty()
                ? new Outdated(0, 0, null, null)
                : new Outdated(
                        others.stream().mapToInt(Reading::deliveries).sum(),
                        (int) others.stream().map(Reading::date).distinct().count(),
                        others.get(0).date(),
                        others.get(others.size() - 1).date());
    }

    private static Enrolment checked(Enrolment enrolment) {
        LocalDate from = enrolment.from();
        LocalDate until = enrolment.until();
        if (from != null && until != null && until.isBefore(from)) {
            throw new InvalidParametersException("until", until + " lies before the first day, " + from);
        }
        return enrolment;
    }

    private <T> T done(long id, Optional<T> found) {
        changed.accept(id);
        return found.orElseThrow(() -> new NoSuchParticipantException(Set.of(id)));
    }
}
