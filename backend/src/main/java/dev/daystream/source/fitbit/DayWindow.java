package dev.daystream.source.fitbit;

import dev.daystream.model.TimeRange;
import dev.daystream.model.ZoneHistory;
import java.time.LocalDate;

/** Which instants the records of a payload may have, and which date a wall time without a trustworthy one belongs to. */
abstract class DayWindow {
    private long start;
    private long end;

    private DayWindow(TimeRange range) {
        set(range);
    }

    /** Returns the window of what is measured all day: the local day. */
    static DayWindow ofDay(ZoneHistory zones, LocalDate date) {
        return new WholeDay(zones.day(date));
    }

    /**
     * Returns the window of what is measured in the night that ended on the date: the local day and the 24 hours before it.
     *
     * <p>Synthetic data counts a night to the date on which it began. It is known by its first record, which lies in the second half of
     * the date itself; the window then is the local day and the next. Some of it also keeps the date after midnight, so that times go
     * backwards by almost a day: the date is rolled on there.
     */
    static DayWindow ofNight(ZoneHistory zones, LocalDate date) {
        return new Night(zones, date);
    }

    /** Says that another array of records begins. */
    abstract void restart();

    /** Returns whether a record may have this instant, in epoch milliseconds. */
    final boolean contains(long time) {
        return time >= start && time < end;
    }

    /** Returns the days since 1970-01-01 that a wall time belongs to; to be asked in the payload's order. */
    abstract long dayOf(long epochDay, long millisOfDay);

    final void set(TimeRange range) {
        start = range.startMillis();
        end = range.endMillis();
    }

    private static final class WholeDay extends DayWindow {
        private WholeDay(TimeRange day) {
            super(day);
        }

        @Override
        void restart() {}

        @Override
        long dayOf(long epochDay, long millisOfDay) {
            return epochDay;
        }
    }

    private static final class Night extends DayWindow {
        private static final long HOUR_MILLIS = 3_600_000L;
        private static final long DAY_MILLIS = 24 * HOUR_MILLIS;

        /** No night is longer, and no unordered payload jumps back as far. */
        private static final long ROLL_MILLIS = 20 * HOUR_MILLIS;

        private final ZoneHistory zones;
        private final LocalDate date;
        private long previous = Long.MIN_VALUE;
        private int rolled;

        private Night(ZoneHistory zones, LocalDate date) {
            super(endingOn(zones, date));
            this.zones = zones;
            this.date = date;
        }

        private static TimeRange endingOn(ZoneHistory zones, LocalDate date) {
            TimeRange day = zones.day(date);
            return new TimeRange(day.start().minusMillis(DAY_MILLIS), day.end());
        }

        @Override
        void restart() {
            set(endingOn(zones, date));
            previous = Long.MIN_VALUE;
            rolled = 0;
        }

        @Override
        long dayOf(long epochDay, long millisOfDay) {
            long wall = epochDay * DAY_MILLIS + millisOfDay;
            if (previous == Long.MIN_VALUE) {
                if (epochDay == date.toEpochDay() && millisOfDay >= DAY_MILLIS / 2) {
                    set(zones.day(date).hull(zones.day(date.plusDays(1))));
                }
            } else if (wall < previous - ROLL_MILLIS) {
                rolled = 1;
            } else if (wall > previous + ROLL_MILLIS) {
                rolled = 0;
            }
            previous = wall;
            return epochDay + rolled;
        }
    }
}
