package dev.daystream.query;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A name in braces that stands for a participant's own value in a message. */
enum Placeholder {
    GREETING("greeting"),
    NAME("name"),
    LAST_MEASURED("lastMeasured"),
    LAST_MEASURED_DAY("lastMeasuredDay"),
    DAYS_SINCE_MEASURED("daysSinceMeasured"),
    PERIOD("period"),
    WEAR7("wear7"),
    NIGHTS("nights"),
    NIGHTS_OF("nightsOf"),
    PERIOD30("period30"),
    WEAR30("wear30");

    private final String key;

    Placeholder(String key) {
        this.key = key;
    }

    static Optional<Placeholder> find(String key) {
        return Arrays.stream(values())
                .filter(placeholder -> placeholder.key.equals(key))
                .findFirst();
    }

    /** Returns all of them as a list in words. */
    static String all() {
        return words(Arrays.asList(values()));
    }

    /** Returns placeholders as a list in words. */
    static String words(Collection<Placeholder> placeholders) {
        return placeholders.stream().map(Placeholder::toString).collect(Collectors.joining(", "));
    }

    /** Returns the value for a participant; null if there is none. */
    @Nullable
    String valueFor(StudyRow row, Instant now) {
        return switch (this) {
            case GREETING -> salutation(row) == null ? "Hello" : "Hello " + salutation(row);
            case NAME -> salutation(row);
            case LAST_MEASURED -> measured(row, "d MMMM uuuu, HH:mm");
            case LAST_MEASURED_DAY -> measured(row, "d MMMM uuuu");
            case DAYS_SINCE_MEASURED -> daysSince(row.participant().lastMeasurement(), now);
            case PERIOD -> words(row.period());
            case WEAR7 -> percent(row, row.participant().wear7());
            case NIGHTS -> text(row.nights());
            case NIGHTS_OF -> text(row.nightsOf());
            case PERIOD30 -> words(row.period30());
            case WEAR30 -> percent(row, row.participant().wear30());
        };
    }

    /** Returns the placeholder that names the days which this one is about; empty if it is about none. */
    Optional<Placeholder> naming() {
        return switch (this) {
            case PERIOD, WEAR7, NIGHTS, NIGHTS_OF -> Optional.of(PERIOD);
            case PERIOD30, WEAR30 -> Optional.of(PERIOD30);
            default -> Optional.empty();
        };
    }

    /** Returns whether this one names the days that others are about. */
    boolean isPeriod() {
        return this == PERIOD || this == PERIOD30;
    }

    /** Returns the days that this one is about; null if it is about none, or there are none. */
    @Nullable
    Period periodOf(StudyRow row) {
        return naming().map(name -> name == PERIOD ? row.period() : row.period30())
                .orElse(null);
    }

    @Override
    public String toString() {
        return "{" + key + "}";
    }

    /** A number or an id is no salutation. */
    private static @Nullable String salutation(StudyRow row) {
        String name = row.participant().name();
        return name.equals(row.participant().externalId()) || name.codePoints().noneMatch(Character::isLetter)
                ? null
                : name;
    }

    private static @Nullable String measured(StudyRow row, String pattern) {
        Instant last = row.participant().lastMeasurement();
        return last == null
                ? null
                : DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH)
                        .format(last.atZone(row.participant().zone()));
    }

    private static @Nullable String daysSince(@Nullable Instant last, Instant now) {
        return last == null ? null : Long.toString(Duration.between(last, now).toDays());
    }

    private static @Nullable String words(@Nullable Period period) {
        return period == null ? null : period.words();
    }

    private static @Nullable String text(@Nullable Integer number) {
        return number == null ? null : number.toString();
    }

    /** Where wear is not known of every day, the days that it is known of are named. */
    private static @Nullable String percent(StudyRow row, WearSummary wear) {
        Double share = wear.share();
        if (!row.heartRate() || share == null || wear.pending() > 0) {
            return null;
        }
        String percent = Math.round(100 * share) + " %";
        return wear.days() == wear.of()
                ? percent
                : "%s (known of %d of %d days)".formatted(percent, wear.days(), wear.of());
    }
}
