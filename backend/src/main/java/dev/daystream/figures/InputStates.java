package dev.daystream.figures;

import dev.daystream.derive.ZoneBounds;
import dev.daystream.metrics.DerivedCatalog;
import dev.daystream.metrics.DerivedMetric;
import dev.daystream.metrics.DerivedMetric.Input;
import dev.daystream.model.TimeRange;
import dev.daystream.model.ZoneHistory;
import dev.daystream.store.DerivedStore.Kept;
import dev.daystream.store.DerivedStore.Revision;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;

/** What figures of some days would be made from now: revisions of deliveries, and what else counts, each as one number. */
final class InputStates {
    private final DerivedCatalog catalog;
    private final Feeds feeds;
    private final Subject subject;
    private final LocalDate base;
    /** Revisions of each input up to and without a day; a window's sum is a difference. */
    private final long[][] revisions;
    /** The same of hashes of the days' bounds. */
    private final long[] bounds;

    /** Returns the days whose deliveries count for figures of some dates. */
    static LocalDate[] reach(
            DerivedCatalog catalog, Collection<DerivedMetric> metrics, LocalDate first, LocalDate last) {
        int from = 0;
        int to = 0;
        for (DerivedMetric metric : metrics) {
            for (Input input : catalog.sources(metric)) {
                from = Math.min(from, input.from());
                to = Math.max(to, input.to());
            }
        }
        return new LocalDate[] {first.plusDays(from), last.plusDays(to)};
    }

    /**
     * Adds up.
     *
     * @param first first day that counts
     * @param last last day that counts
     */
    InputStates(
            DerivedCatalog catalog,
            Feeds feeds,
            Subject subject,
            LocalDate first,
            LocalDate last,
            List<Revision> found) {
        this.catalog = catalog;
        this.feeds = feeds;
        this.subject = subject;
        this.base = first;
        int days = (int) ChronoUnit.DAYS.between(first, last) + 1;
        revisions = new long[feeds.count()][days + 1];
        for (Revision revision : found) {
            revisions[revision.input()][place(revision.date()) + 1] = revision.revisions();
        }
        bounds = new long[days + 1];
        for (int day = 0; day < days; day++) {
            TimeRange range = subject.day(first.plusDays(day));
            bounds[day + 1] =
                    bounds[day] + mixed(mixed(range.startMillis()) + range.endMillis()) + zones(subject, range);
            for (long[] ofInput : revisions) {
                ofInput[day + 1] += ofInput[day];
            }
        }
    }

    /** Returns a hash of the changes of zone within a day: they move wall times even where its bounds stay. */
    private static long zones(Subject subject, TimeRange range) {
        List<ZoneHistory.Entry> within = subject.zones().within(range);
        long hash = 0;
        for (ZoneHistory.Entry entry : within.subList(1, within.size())) {
            hash = mixed(hash
                    + entry.validFrom().toEpochMilli()
                    + entry.zone().getId().hashCode());
        }
        return hash;
    }

    /** Returns the revisions of all deliveries that a figure is made from, added up; 0 if there is none. */
    long inputs(DerivedMetric metric, LocalDate date) {
        long sum = 0;
        for (Input input : catalog.sources(metric)) {
            sum += sum(revisions[feeds.number(input.key())], date, input.from(), input.to());
        }
        return sum;
    }

    /** Returns a hash of what else a figure is made with. */
    long settings(DerivedMetric metric, LocalDate date) {
        int from = 0;
        int to = 0;
        for (Input input : catalog.sources(metric)) {
            from = Math.min(from, input.from());
            to = Math.max(to, input.to());
        }
        long hash = sum(bounds, date, from, to);
        ZoneBounds zones = metric.zones() ? subject.heartRateZones(date) : null;
        if (zones != null) {
            for (double low : new double[] {zones.light(), zones.moderate(), zones.vigorous(), zones.peak()}) {
                hash = mixed(hash + Double.doubleToLongBits(low));
            }
        }
        return hash;
    }

    /** Returns whether something of an input was delivered for a day. */
    boolean isDelivered(String input, LocalDate date) {
        return sum(revisions[feeds.number(input)], date, 0, 0) > 0;
    }

    /** Returns whether a kept figure still says what would be made now. */
    boolean holds(Kept kept, DerivedMetric metric) {
        return kept.version() == metric.version()
                && kept.inputState() == inputs(metric, kept.date())
                && kept.settingState() == settings(metric, kept.date());
    }

    private long sum(long[] upTo, LocalDate date, int from, int to) {
        int start = Math.max(0, place(date) + from);
        int end = Math.min(upTo.length - 1, place(date) + to + 1);
        return end > start ? upTo[end] - upTo[start] : 0;
    }

    private int place(LocalDate date) {
        return (int) ChronoUnit.DAYS.between(base, date);
    }

    /** Spreads every bit over all others (the finisher of SplitMix64). */
    private static long mixed(long number) {
        long mixed = (number ^ (number >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
