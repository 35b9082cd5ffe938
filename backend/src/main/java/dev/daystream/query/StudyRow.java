package dev.daystream.query;

import dev.daystream.model.Enrolment;
import dev.daystream.model.StudySettings;
import dev.daystream.query.ParticipantQuery.Person;
import dev.daystream.query.ParticipantQuery.WornPerson;
import dev.daystream.query.WearDays.WornDay;
import dev.daystream.store.StudyReader.Facts;
import java.time.Instant;
import java.time.LocalDate;
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
 * @param lastArrival when samples last arrived that were not there before, however old they are
 * @param lastFetch when a source was last asked
 * @param period the last 7 days up to the last measured one, which wear7 and nights are about; null if none lies within the enrolment
 * @param period30 the same of the last 30 days, which wear30 is about
 * @param heartRate whether there is heart rate, without which wear is unknown
 * @param nights nights of the period that have a main sleep; null if no source brought sleeps for it
 * @param nightsOf nights of the period for which a source brought sleeps; null if none did
 * @param hasEmail whether there is an address
 * @param lastContact when they were last written to
 * @param flags why they need attention
 * @param dailyWear share worn of each of the last 30 days up to the last measured one, 0 to 1, oldest first; null where nothing is known
 */
public record StudyRow(
        Person participant,
        String enrolled,
        String consent,
        @Nullable Instant lastArrival,
        @Nullable Instant lastFetch,
        @Nullable Period period,
        @Nullable Period period30,
        boolean heartRate,
        @Nullable Integer nights,
        @Nullable Integer nightsOf,
        boolean hasEmail,
        @Nullable Instant lastContact,
        List<Flag> flags,
        List<@Nullable Double> dailyWear) {
    private static final String HEART_RATE = "heart_rate";
    private static final int MONTH = 30;

    static StudyRow of(WornPerson worn, Facts facts, StudySettings settings, Instant now) {
        Person person = worn.person();
        Integer nightsOf = facts.nightsOf() == 0 ? null : facts.nightsOf();
        StudyRow row = new StudyRow(
                person,
                enrolled(person, now),
                consent(facts),
                facts.lastArrival(),
                facts.lastFetch(),
                worn.week(),
                worn.month(),
                worn.entry().series().stream()
                        .anyMatch(series -> series.metric().equals(HEART_RATE)),
                nightsOf == null ? null : facts.nights(),
                nightsOf,
                facts.hasEmail(),
                facts.lastContact(),
                List.of(),
                dailyWear(worn.month(), worn.days()));
        return row.enrolled().equals("yes") ? row.with(Flag.of(row, facts.nextDate(), settings, now)) : row;
    }

    private StudyRow with(List<Flag> raised) {
        return new StudyRow(
                participant,
                enrolled,
                consent,
                lastArrival,
                lastFetch,
                period,
                period30,
                heartRate,
                nights,
                nightsOf,
                hasEmail,
                lastContact,
                raised,
                dailyWear);
    }

    /** Returns whether something is fetched for them, so that there can be silence and a lack of consent. */
    boolean isLive() {
        return !consent.equals("not-needed");
    }

    /** Returns the date in their zone. */
    LocalDate today(Instant now) {
        return now.atZone(participant.zone()).toLocalDate();
    }

    private static List<@Nullable Double> dailyWear(@Nullable Period month, Map<LocalDate, WornDay> days) {
        List<@Nullable Double> shares = new ArrayList<>();
        for (int back = MONTH - 1; month != null && back >= 0; back--) {
            WornDay day = days.get(month.to().minusDays(back));
            shares.add(day == null || !day.known() ? null : thousandths(day));
        }
        return shares;
    }

    /** A bar of a few pixels needs no more, and the digits of a thousand participants add up. */
    private static double thousandths(WornDay day) {
        return Math.round(1_000.0 * day.wornMinutes() / day.lengthMinutes()) / 1_000.0;
    }

    private static String enrolled(Person person, Instant now) {
        LocalDate today = now.atZone(person.zone()).toLocalDate();
        Enrolment enrolment = person.enrolment();
        // Without a start of its own the enrolment begins with the data, which may lie ahead of a clock that is behind.
        LocalDate lastDay = person.lastDay();
        boolean begun = !enrolment.isBefore(today) || (lastDay != null && !enrolment.isBefore(lastDay));
        return enrolment.isAfter(today) ? "ended" : begun ? "yes" : "not-begun";
    }

    private static String consent(Facts facts) {
        if (facts.withdrawn()) {
            return "withdrawn";
        }
        if (facts.connected()) {
            return "given";
        }
        return facts.fetched() ? "missing" : "not-needed";
    }
}
