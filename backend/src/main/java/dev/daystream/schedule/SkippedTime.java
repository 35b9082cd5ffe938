package dev.daystream.schedule;

import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.Date;
import java.util.Optional;
import java.util.TimeZone;
import org.quartz.CronExpression;

/**
 * A time of a cron expression that does not exist because the clocks are put forward. Quartz leaves it out.
 *
 * @param time the wall time that the clocks skip
 * @param change the clock change
 * @param next when the expression comes instead, in the same zone
 */
public record SkippedTime(LocalDateTime time, ZoneOffsetTransition change, ZonedDateTime next) {
    /** Time ahead that is searched: every zone that changes its clocks does so within a year. */
    private static final Duration AHEAD = Duration.ofDays(366);
    /** An expression that comes again so soon after the change misses nothing that matters. */
    private static final Duration SOON = Duration.ofHours(1);

    /**
     * Returns the first time that is skipped within a year.
     *
     * @param cron a valid Quartz cron expression
     * @param zone the zone that its times are in
     * @param now from when on is looked
     */
    public static Optional<SkippedTime> first(String cron, ZoneId zone, Instant now) {
        ZoneOffsetTransition change = zone.getRules().nextTransition(now);
        while (change != null && change.getInstant().isBefore(now.plus(AHEAD))) {
            Optional<SkippedTime> skipped = change.isGap() ? at(change, cron, zone) : Optional.empty();
            if (skipped.isPresent()) {
                return skipped;
            }
            change = zone.getRules().nextTransition(change.getInstant());
        }
        return Optional.empty();
    }

    private static Optional<SkippedTime> at(ZoneOffsetTransition change, String cron, ZoneId zone) {
        // As if the wall clock were UTC, which has no changes.
        Optional<Instant> time =
                after(cron, ZoneOffset.UTC, change.getDateTimeBefore().toInstant(ZoneOffset.UTC));
        Optional<Instant> next = after(cron, zone, change.getInstant());
        return time.map(found -> LocalDateTime.ofInstant(found, ZoneOffset.UTC))
                .filter(found -> found.isBefore(change.getDateTimeAfter()))
                .flatMap(found -> next.filter(
                                instead -> instead.isAfter(change.getInstant().plus(SOON)))
                        .map(instead -> new SkippedTime(found, change, instead.atZone(zone))));
    }

    /** Returns the first time of an expression at or after an instant. */
    private static Optional<Instant> after(String cron, ZoneId zone, Instant from) {
        try {
            CronExpression expression = new CronExpression(cron);
            expression.setTimeZone(TimeZone.getTimeZone(zone));
            // Quartz looks for times after a whole second.
            return Optional.ofNullable(expression.getNextValidTimeAfter(Date.from(from.minusSeconds(1))))
                    .map(Date::toInstant);
        } catch (ParseException e) {
            throw new IllegalArgumentException(cron, e);
        }
    }

    /** Returns what is skipped, and when it comes instead. */
    public String words() {
        return "does not run on %s: the clocks of %s go from %s to %s, which leaves out %s; the next run is on %s at %s"
                .formatted(
                        time.toLocalDate(),
                        next.getZone(),
                        change.getDateTimeBefore().toLocalTime(),
                        change.getDateTimeAfter().toLocalTime(),
                        time.toLocalTime(),
                        next.toLocalDate(),
                        next.toLocalTime());
    }
}
