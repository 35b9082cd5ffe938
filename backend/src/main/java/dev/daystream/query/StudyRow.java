package dev.daystream.query;

import dev.daystream.model.Enrolment;
import dev.daystream.model.StudySettings;
import dev.daystream.query.ParticipantQuery.Person;
import dev.daystream.query.ParticipantQuery.WornPerson;
import dev.daystream.query.WearDays.WornDay;
import dev.daystream.store.StudyReader.Facts;
import dev.daystream.store.StudyReader.Nights;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A participant with what says whether they need attention.
 *
 * @param participant who
 * @param enrolled yes, not-begun or ended: today, in their zone
 * @param consent given, missing, withdrawn or not-needed
 * @param lastSync when samples last arrived that were not there before
 * @param lastFetch when a source was last asked
 * @param nights with a main sleep
 * @param nightsOf out of so many
 * @param hasEmail whether there is an address
 * @param lastContact when they were last written to
 * @param flags why they need attention
 * @param dailyWear share worn of each of the last 30 days up to the last with a delivery, 0 to 1, oldest first; null where nothing is known
 */
public record StudyRow(
        Person participant,
        String enrolled,
        String consent,
        @Nullable Instant lastSync,
        @Nullable Instant lastFetch,
        int nights,
        int nightsOf,
        boolean hasEmail,
        @Nullable Instant lastContact,
        List<Flag> flags,
        List<@Nullable Double> dailyWear) {
    private static final int WEEK = 7;
    private static final int MONTH = 30;

    static StudyRow of(WornPerson worn, Facts facts, StudySettings settings, Instant now) {
        Person person = worn.person();
        String enrolled = enrolled(person, now);
        String consent = consent(person, facts);
        int nightsOf = count(nights(person));
        return new StudyRow(
                person,
                enrolled,
                consent,
                facts.lastSync(),
                facts.lastFetch(),
                facts.nights(),
                nightsOf,
                facts.hasEmail(),
                facts.lastContact(),
                enrolled.equals("yes") ? flags(person, facts, consent, nightsOf, settings, now) : List.of(),
                dailyWear(person.lastDay(), worn.days()));
    }

    private static List<@Nullable Double> dailyWear(@Nullable LocalDate last, Map<LocalDate, WornDay> days) {
        List<@Nullable Double> shares = new ArrayList<>();
        for (int back = MONTH - 1; last != null && back >= 0; back--) {
            WornDay day = days.get(last.minusDays(back));
            shares.add(day == null || !day.known() ? null : thousandths(day));
        }
        return shares;
    }

    /** A bar of a few pixels needs no more, and the digits of a thousand participants add up. */
    private static double thousandths(WornDay day) {
        return Math.round(1_000.0 * day.wornMinutes() / day.lengthMinutes()) / 1_000.0;
    }

    /** Returns the nights that count: of the last 7 days up to the last with a delivery those within the enrolment. */
    static Nights nights(Person person) {
        LocalDate first = person.firstDay();
        LocalDate last = person.lastDay();
        if (first == null || last == null) {
            return new Nights(person.id(), null, null);
        }
        Enrolment enrolment = person.enrolment();
        LocalDate from = latest(last.minusDays(WEEK - 1), latest(first, enrolment.from()));
        LocalDate until = enrolment.until();
        LocalDate to = until == null || until.isAfter(last) ? last : until;
        return from.isAfter(to) ? new Nights(person.id(), null, null) : new Nights(person.id(), from, to);
    }

    private static LocalDate latest(LocalDate one, @Nullable LocalDate other) {
        return other == null || other.isBefore(one) ? one : other;
    }

    private static int count(Nights nights) {
        return nights.first() == null || nights.last() == null
                ? 0
                : (int) ChronoUnit.DAYS.between(nights.first(), nights.last()) + 1;
    }

    private static String enrolled(Person person, Instant now) {
        LocalDate today = now.atZone(person.zone()).toLocalDate();
        Enrolment enrolment = person.enrolment();
        // Without a start of its own the enrolment begins with the data, which may lie ahead of a clock that is behind.
        LocalDate lastDay = person.lastDay();
        boolean begun = !enrolment.isBefore(today) || (lastDay != null && !enrolment.isBefore(lastDay));
        return enrolment.isAfter(today) ? "ended" : begun ? "yes" : "not-begun";
    }

    private static String consent(Person person, Facts facts) {
        if (facts.withdrawn()) {
            return "withdrawn";
        }
        if (facts.connected()) {
            return "given";
        }
        // Whose data came from a file and for whom nothing is fetched need not be asked.
        return facts.fetched() || person.lastDay() == null ? "missing" : "not-needed";
    }

    private static List<Flag> flags(
            Person person, Facts facts, String consent, int nightsOf, StudySettings settings, Instant now) {
        List<Flag> flags = new ArrayList<>();
        if (consent.equals("missing") || consent.equals("withdrawn")) {
            flags.add(Flag.NO_CONSENT);
        }
        Instant lastSync = facts.lastSync();
        Duration silence = Duration.ofHours(settings.silentHours());
        if (facts.fetched() && (lastSync == null || lastSync.plus(silence).isBefore(now))) {
            flags.add(Flag.NO_DATA);
        }
        if (facts.nights() * WEEK < settings.sleepNights() * nightsOf) {
            flags.add(Flag.LOW_SLEEP);
        }
        Double share = person.wear7().share();
        if (share != null && person.wear7().pending() == 0 && 100 * share < settings.wearPercent()) {
            flags.add(Flag.LOW_WEAR);
        }
        return flags;
    }
}
