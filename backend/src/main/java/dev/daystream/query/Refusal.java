package dev.daystream.query;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.daystream.model.StudySettings;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody is not written to.
 *
 * @param reason kind
 * @param detail in words
 */
record Refusal(Reason reason, String detail) {
    /** Kinds of reasons. */
    enum Reason {
        NO_ADDRESS,
        NOT_ENROLLED,
        QUIET_HOURS,
        FRESH_DATA,
        CONTACTED,
        NO_FIGURE,
        NO_MAIL_SERVER;

        @JsonValue
        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Returns why somebody may not be written to now.
     *
     * @param missing names of figures in the letter that there are none of
     */
    static Optional<Refusal> of(StudyRow row, StudySettings settings, List<String> missing, Instant now) {
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
        if (within(row.lastSync(), settings.freshHours(), now)) {
            return because(Reason.FRESH_DATA, "Data arrived within the last " + settings.freshHours() + " h.");
        }
        LocalTime time = now.atZone(row.participant().zone()).toLocalTime();
        if (settings.isQuiet(time)) {
            return because(
                    Reason.QUIET_HOURS,
                    "It is %02d:%02d in %s; quiet hours end at %s."
                            .formatted(
                                    time.getHour(),
                                    time.getMinute(),
                                    row.participant().zone(),
                                    settings.quietUntil()));
        }
        return missing.isEmpty()
                ? Optional.empty()
                : because(Reason.NO_FIGURE, "There is no value yet for {" + String.join("}, {", missing) + "}.");
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
