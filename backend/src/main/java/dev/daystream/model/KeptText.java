package dev.daystream.model;

/**
 * Text as a database in UTF-8 can keep it: PostgreSQL takes no U+0000, and half of a surrogate pair is no character at all, which drivers
 * silently make a question mark of.
 */
public final class KeptText {
    private static final char INSTEAD = '\uFFFD';

    private KeptText() {}

    /** Returns whether a text can be kept as it is. */
    public static boolean is(String text) {
        return firstBad(text) == text.length();
    }

    /** Returns a text with U+FFFD in place of each character that cannot be kept. */
    public static String of(String text) {
        int bad = firstBad(text);
        if (bad == text.length()) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text);
        for (int i = bad; i < kept.length(); i++) {
            if (isBad(text, i)) {
                kept.setCharAt(i, INSTEAD);
            }
        }
        return kept.toString();
    }

    private static int firstBad(String text) {
        int i = 0;
        while (i < text.length() && !isBad(text, i)) {
            i++;
        }
        return i;
    }

    private static boolean isBad(String text, int index) {
        char one = text.charAt(index);
        if (Character.isHighSurrogate(one)) {
            return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
        }
        return one == 0
                || (Character.isLowSurrogate(one)
                        && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1))));
    }
}
