package dev.daystream.export;

import java.util.Locale;

/** A column of an export; the constants of an enum, in the order of the columns. */
interface Field {
    /** What a column holds. */
    enum Type {
        /** UTF-8 text. */
        TEXT,
        /** Whole numbers. */
        INTEGER,
        /** Numbers in double precision. */
        NUMBER,
        /** Instants, in epoch milliseconds within the program. */
        INSTANT;

        /** Returns the name in files. */
        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    String name();

    int ordinal();

    /** Returns what is known of the column besides its name. */
    Column column();

    /** Returns what the column holds. */
    default Type type() {
        return column().type();
    }

    /** Returns one sentence about it. */
    default String meaning() {
        return column().meaning();
    }

    /** Returns the column's name in files. */
    default String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
