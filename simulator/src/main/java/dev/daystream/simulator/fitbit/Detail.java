package dev.daystream.simulator.fitbit;

import org.jspecify.annotations.Nullable;

/** How fine a series is asked for. */
public enum Detail {
    SECOND("1sec", 1),
    MINUTE("1min", 1),
    FIVE_MINUTES("5min", 5),
    QUARTER("15min", 15);

    private final String word;
    private final int interval;

    Detail(String word, int interval) {
        this.word = word;
        this.interval = interval;
    }

    /** Returns the detail of that word of the API, or null. */
    public static @Nullable Detail of(String word) {
        for (Detail detail : values()) {
            if (detail.word.equals(word)) {
                return detail;
            }
        }
        return null;
    }

    /** Returns minutes per point; 1 for seconds too, as the API says it. */
    int interval() {
        return interval;
    }

    String type() {
        return this == SECOND ? "second" : "minute";
    }

    /** Returns whether a point starts at this second of the day. */
    boolean startsAt(int wallSecond) {
        return wallSecond % (interval * 60) == 0;
    }
}
