package dev.daystream.impute;

import dev.daystream.metrics.Metric;
import dev.daystream.model.Enrolment;
import dev.daystream.model.TimeRange;
import dev.daystream.model.Wear;
import dev.daystream.model.ZoneHistory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says which holes of a series may be filled (docs/imputation.md).
 *
 * @param metric what the series measures
 * @param enrolment from when to when the participant takes part
 * @param zones the participant's zones
 * @param delivered the series' deliveries in effect, in any order
 * @param wearKnown days whose heart rate is delivered, so that its absence says something
 * @param wear when the watch was worn
 * @param sleeps times in bed
 */
public record GapRules(
        Metric metric,
        Enrolment enrolment,
        ZoneHistory zones,
        List<Delivered> delivered,
        Set<LocalDate> wearKnown,
        Wear wear,
        List<TimeRange> sleeps) {
    /** Rises with every change of what is filled. */
    public static final int VERSION = 1;

    private static final long MINUTE_MILLIS = 60_000;

    /**
     * A delivery in effect.
     *
     * @param range what it speaks for
     * @param running whether it came before that had ended, so that more may come
     */
    public record Delivered(TimeRange range, boolean running) {}

    /** Why a hole is not filled; the first that holds. */
    public enum Refusal {
        /** It lies before the participant's first day. */
        BEFORE_ENROLMENT,
        /** It lies after the participant's last day. */
        AFTER_END,
        /** No delivery in effect speaks for all of it, or one that is yet to come may bring it. */
        NOT_SYNCED,
        /** No heart rate was delivered that could tell whether the watch was worn. */
        WEAR_UNKNOWN,
        /** The watch was off for longer than the metric's limit. */
        NOT_WORN,
        /** The metric is measured only asleep, and not all of the hole lies within one sleep. */
        SLEEP_ONLY,
        /** It is longer than the metric's limit. */
        TOO_LONG,
        /** The method has nothing to say about all of it. */
        NO_ESTIMATE;

        /** Returns the name in database and API. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public GapRules {
        delivered = List.copyOf(delivered);
        wearKnown = Set.copyOf(wearKnown);
        sleeps = List.copyOf(sleeps);
    }

    /** Returns whether anything of a metric may ever be filled. */
    public static boolean imputes(Metric metric) {
        return metric.impute() > 0
                && metric.scope() == Metric.Scope.INTRADAY
                && metric.present() != Metric.Presence.OCCASIONAL;
    }

    /** Returns the first reason not to fill a hole; null if it may be filled, as a whole. */
    public @Nullable Refusal refusal(Hole hole) {
        if (!imputes(metric)) {
            return Refusal.TOO_LONG;
        }
        // Of what is too long anyway only the beginning is looked at: that is where its reason lies.
        boolean tooLong = !hole.isClosed() || hole.seconds() > metric.impute();
        long start = hole.first() * MINUTE_MILLIS;
        long end = tooLong ? start + metric.impute() * 1_000L : hole.after() * MINUTE_MILLIS;
        LocalDate first = dateOf(start);
        LocalDate last = dateOf(end - 1);
        if (enrolment.isBefore(first)) {
            return Refusal.BEFORE_ENROLMENT;
        }
        if (enrolment.isAfter(last)) {
            return Refusal.AFTER_END;
        }
        if (!isDelivered(start, end, hole)) {
            return Refusal.NOT_SYNCED;
        }
        if (!first.datesUntil(last.plusDays(1)).allMatch(wearKnown::contains)) {
            return Refusal.WEAR_UNKNOWN;
        }
        if (wear.longestUnworn(start, end) > metric.impute() * 1_000L) {
            return Refusal.NOT_WORN;
        }
        if (metric.present() == Metric.Presence.ASLEEP && !isAsleep(start, end)) {
            return Refusal.SLEEP_ONLY;
        }
        return tooLong ? Refusal.TOO_LONG : null;
    }

    /** Whether deliveries speak for all of a time, and none that is still running has to speak for what follows its last sample. */
    private boolean isDelivered(long start, long end, Hole hole) {
        long at = start;
        while (at < end) {
            Delivered next = speakingFor(at);
            if (next == null || (next.running() && !endsIn(next.range(), hole))) {
                return false;
            }
            at = next.range().endMillis();
        }
        return true;
    }

    private @Nullable Delivered speakingFor(long at) {
        return delivered.stream()
                .filter(one -> one.range().contains(at))
                .max(Comparator.comparing(one -> one.range().end()))
                .orElse(null);
    }

    private static boolean endsIn(TimeRange range, Hole hole) {
        return hole.isClosed() && range.contains(hole.after() * MINUTE_MILLIS);
    }

    private boolean isAsleep(long start, long end) {
        return sleeps.stream().anyMatch(sleep -> sleep.startMillis() <= start && sleep.endMillis() >= end);
    }

    private LocalDate dateOf(long millis) {
        return zones.dateOf(Instant.ofEpochMilli(millis));
    }
}
