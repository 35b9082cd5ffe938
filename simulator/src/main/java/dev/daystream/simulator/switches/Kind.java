package dev.daystream.simulator.switches;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a switch does, with the fields that it takes besides kind, person, from and to. */
public enum Kind {
    /** The watch is off the wrist. */
    NON_WEAR("start end", ""),
    /** The watch is on its charger: off the wrist too. */
    CHARGING("start end", ""),
    /** The watch syncs late: nothing is known of the day from {@code start} on until {@code hours} after its end. */
    LATE("start hours payloads", ""),
    /** A payload does not exist: 404, or an answer without data. */
    MISSING("mode payloads", "absent empty"),
    /** What was answered first is answered again, byte for byte, whatever has become known since. */
    DUPLICATE("payloads", ""),
    /** The payload holds records of the neighbouring days, or each of its own twice. */
    OVERLAP("mode payloads", "neighbours repeated"),
    /** The data differ from {@code hours} after the day's end on. */
    CORRECTION("mode payloads hours revision", "changed removed added"),
    /** Only {@code percent} of the day are left from {@code hours} after its end on. */
    SHORTENED("payloads hours percent", ""),
    /** The payload is spoilt. */
    CORRUPT("mode payloads", "truncated types html range utf8 numbers date bom"),
    /** The device's clock is {@code minutes} ahead, or behind. */
    CLOCK("start end minutes", ""),
    /** The participant is in another zone from {@code start} on the first day to the end of the last, or for good. */
    ZONE("start zone", "");

    private final String fields;
    private final String modes;

    Kind(String fields, String modes) {
        this.fields = fields;
        this.modes = modes;
    }

    /** Returns the word in JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the ways in which it can go, the usual one first; none if there is only one way. */
    List<String> modes() {
        return words(modes);
    }

    /** Returns whether it takes a field. */
    boolean takes(String field) {
        return words(fields).contains(field);
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }

    /**
     * Returns the kind of a word.
     *
     * @throws IllegalArgumentException naming all kinds if there is none
     */
    static Kind of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("kind must be one of "
                        + Arrays.stream(values()).map(Kind::word).collect(Collectors.joining(", "))
                        + ", not \"" + word + "\""));
    }
}
