package dev.daystream.query;

import dev.daystream.model.Resolution;
import dev.daystream.model.TimeRange;
import dev.daystream.model.ZoneHistory;
import java.time.Instant;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** The hours of a participant's wall clock as buckets. */
final class LocalHours {
    private static final long HOUR = Resolution.HOUR.millis();

    /** A stretch in which the minute hand stands still relative to UTC's. */
    private record Stretch(long start, long end, RegularGrid grid) {}

    private LocalHours() {}

    /** Returns the hours that touch a range; they are regular unless the clock was moved by other than whole hours within it. */
    static BucketGrid in(ZoneHistory zones, TimeRange range) {
        List<Stretch> stretches = stretches(zones, range);
        if (stretches.size() == 1) {
            return stretches.get(0).grid();
        }
        LongStream.Builder starts = LongStream.builder();
        starts.add(stretches.get(0).grid().floor(range.startMillis()));
        for (Stretch stretch : stretches) {
            for (long start = stretch.grid().ceil(stretch.start()); start < stretch.end(); start += HOUR) {
                starts.add(start);
            }
            starts.add(stretch.end());
        }
        Stretch last = stretches.get(stretches.size() - 1);
        starts.add(last.grid().ceil(range.endMillis()));
        return new ListedGrid(starts.build().distinct().toArray());
    }

    private static List<Stretch> stretches(ZoneHistory zones, TimeRange range) {
        List<Stretch> stretches = new ArrayList<>();
        long start = range.startMillis();
        RegularGrid grid = grid(zones, range.start());
        Instant change = nextChange(zones, range.start());
        while (change.isBefore(range.end())) {
            RegularGrid after = grid(zones, change);
            if (!after.equals(grid)) {
                stretches.add(new Stretch(start, change.toEpochMilli(), grid));
                start = change.toEpochMilli();
                grid = after;
            }
            change = nextChange(zones, change);
        }
        stretches.add(new Stretch(start, range.endMillis(), grid));
        return stretches;
    }

    private static RegularGrid grid(ZoneHistory zones, Instant instant) {
        long offset = zones.zoneAt(instant).getRules().getOffset(instant).getTotalSeconds() * 1_000L;
        return new RegularGrid(Math.floorMod(-offset, HOUR), HOUR);
    }

    /** Returns the first instant after {@code instant} at which the offset or the zone may change. */
    private static Instant nextChange(ZoneHistory zones, Instant instant) {
        ZoneRules rules = zones.zoneAt(instant).getRules();
        ZoneOffsetTransition transition = rules.nextTransition(instant);
        Instant next = transition == null ? Instant.MAX : transition.getInstant();
        for (ZoneHistory.Entry entry : zones.entries()) {
            if (entry.validFrom().isAfter(instant) && entry.validFrom().isBefore(next)) {
                next = entry.validFrom();
            }
        }
        return next;
    }
}
