package dev.daystream.source.fitabase;

/** How large a file of an export may be. What it bounds is the memory for one file: the open days and a count for each day. */
final class FitabaseLimits {
    /** Most participant-days in one file: a thousand people for five years. */
    static final int DAYS = 2_000_000;

    /** Most bytes of all days of which rows are still to come. With rows in order of people it is one day. */
    static final long OPEN_BYTES = 256L << 20;

    /** Most bytes of one participant's day. */
    static final int DAY_BYTES = 32 << 20;

    /** Most rows of one participant's day. */
    static final int DAY_ROWS = 200_000;

    /** Most rows of a file. */
    static final int ROWS = 500_000_000;

    /** Longest line in bytes. */
    static final int LINE_BYTES = 64 << 10;

    private FitabaseLimits() {}
}
