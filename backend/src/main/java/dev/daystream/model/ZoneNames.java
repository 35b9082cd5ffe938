package dev.daystream.model;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The IANA time zones that there are, by name. */
public final class ZoneNames {
    private static final List<String> NAMES = ZoneId.getAvailableZoneIds().stream()
            // Java's own; no database knows them.
            .filter(name -> !name.startsWith("SystemV/"))
            .sorted()
            .toList();
    /** A name further from what was written than this share of it is no help. */
    private static final double FURTHEST = 0.5;

    private ZoneNames() {}

    /** Returns the zone of that exact name. */
    public static Optional<ZoneId> find(String name) {
        return NAMES.contains(name) ? Optional.of(ZoneId.of(name)) : Optional.empty();
    }

    /** Returns the name nearest to one that is none: another spelling, the zone of a city, or one with few other letters. */
    public static Optional<String> nearest(String name) {
        String wanted = plain(name);
        return NAMES.stream()
                .min(Comparator.comparingInt(known -> distance(wanted, known)))
                .filter(known -> distance(wanted, known) <= FURTHEST * wanted.length());
    }

    /** Returns, for people, what is wrong with a name that is none. */
    public static String unknown(String name) {
        return "there is no time zone '" + name + "'"
                + nearest(name)
                        .map(known -> "; did you mean " + known + "?")
                        .orElse("; an IANA name reads Europe/Berlin");
    }

    private static int distance(String wanted, String known) {
        String plain = plain(known);
        String city = plain.substring(plain.lastIndexOf('/') + 1);
        return Math.min(edits(wanted, plain), edits(wanted, city));
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replaceAll("[ -]", "_");
    }

    /** Returns how many letters must be put in, left out or replaced. */
    private static int edits(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
