package dev.daystream.query;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.daystream.model.StudySettings;
import dev.daystream.query.LetterTemplate.Rendered;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a participant is not written to.
 *
 * @param reason kind
 * @param detail in words
 */
record Refusal(Reason reason, String detail) {
    /** Kinds of reasons: what the message says comes first, for it would be as wrong at another time. */
    enum Reason {
        NO_NAME,
        OUTDATED_FIGURES,
        NO_FIGURE,
        NO_ADDRESS,
        NOT_ENROLLED,
        CONTACTED,
        FRESH_DATA,
        QUIET_HOURS,
        NO_MAIL_SERVER;

        @JsonValue
        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Returns why a participant may not be sent this message now. */
    static Optional<Refusal> of(StudyRow row, StudySettings settings, Rendered message, Instant now) {
        return ofMessage(row, message, now).or(() -> ofParticipant(row, settings, now));
    }

    private static Optional<Refusal> ofMessage(StudyRow row, Rendered message, Instant now) {
        if (message.missing().contains(Placeholder.NAME)) {
            return because(
                    Reason.NO_NAME,
                    "“%s” is not a name. Give one (participants rename), or use {greeting} instead of {name}."
                            .formatted(row.participant().name()));
        }
        return outdated(row, message, now)
                .or(() -> message.missing().isEmpty()
                        ? Optional.empty()
                        : because(
                                Reason.NO_FIGURE,
                                "There is no value for " + Placeholder.words(message.missing()) + "."));
    }

    /** A value of days is told only while they are the last ones: where the message names them within 7 days, else until yesterday's. */
    private static Optional<Refusal> outdated(StudyRow row, Rendered message, Instant now) {
        List<Placeholder> values = message.used().stream()
                .sorted(Comparator.comparing(Placeholder::isPeriod))
                .toList();
        for (Placeholder placeholder : values) {
            Period period = placeholder.periodOf(row);
            Placeholder naming = placeholder.naming().orElse(placeholder);
            if (period != null && !Flag.isRecent(row, period, now)) {
                return because(
                        Reason.OUTDATED_FIGURES,
                        "%s is about %s, which is more than 7 days ago.".formatted(placeholder, period.words()));
            }
            if (period != null
                    && !message.used().contains(naming)
                    && period.to().isBefore(row.today(now).minusDays(1))) {
                return because(
                        Reason.OUTDATED_FIGURES,
                        "%s is about %s, not about the days up to now. Add %s to the message."
                                .formatted(placeholder, period.words(), naming));
            }
        }
        return Optional.empty();
    }

    private static Optional<Refusal> ofParticipant(StudyRow row, StudySettings settings, Instant now) {
        if (!row.hasEmail()) {
            return because(Reason.NO_ADDRESS, "There is no e-mail address.");
        }
        if (!row.enrolled().equals("yes")) {
            return because(
                    Reason.NOT_ENROLLED,
                    row.enrolled().equals("ended") ? "The enrolment has ended." : "The enrolment has not begun.");
        }
        if (within(row.lastContact(), settings.repeatHours(), now)) {
            return contacted(settings);
        }
        // An import says nothing of whether a watch has just been synced.
        if (row.isLive() && within(row.lastArrival(), settings.freshHours(), now)) {
            return because(Reason.FRESH_DATA, "Data arrived within the last " + settings.freshHours() + " h.");
        }
        LocalTime time = now.atZone(row.participant().zone()).toLocalTime();
        return settings.isQuiet(time)
                ? because(
                        Reason.QUIET_HOURS,
                        "It is %02d:%02d in %s; quiet hours end at %s."
                                .formatted(
                                        time.getHour(),
                                        time.getMinute(),
                                        row.participant().zone(),
                                        settings.quietUntil()))
                : Optional.empty();
    }

    static Optional<Refusal> contacted(StudySettings settings) {
        return because(Reason.CONTACTED, "They were written to within the last " + settings.repeatHours() + " h.");
    }

    static Optional<Refusal> because(Reason reason, String detail) {
        return Optional.of(new Refusal(reason, detail));
    }

    private static boolean within(@Nullable Instant event, int hours, Instant now) {
        return event != null && event.plus(Duration.ofHours(hours)).isAfter(now);
    }
}
