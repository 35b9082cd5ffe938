package dev.daystream.source.parsing;

import dev.daystream.model.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Collects what one payload's parser leaves out: the first {@value #DETAILED} in detail, all of them by number. */
public final class RejectionLog {
    /** So many rejections of a payload are told of in detail. */
    public static final int DETAILED = 1_000;

    private static final int LONGEST_RECORD = 200;

    private final List<Rejection> rejections = new ArrayList<>();
    private int count;

    /**
     * Notes a record that is left out.
     *
     * @param position where it stands: a JSON pointer, or file and line
     */
    public void add(Rejection.Reason reason, String position, String detail) {
        count++;
        if (rejections.size() < DETAILED) {
            rejections.add(new Rejection(reason, position, detail));
        }
    }

    /** Returns whether nothing was left out. */
    public boolean isEmpty() {
        return count == 0;
    }

    /** Returns the number of all records left out. */
    public int count() {
        return count;
    }

    /** Returns the first of them in detail. */
    public List<Rejection> detailed() {
        return List.copyOf(rejections);
    }

    /** Returns where the records told of in detail stand. */
    public Set<String> positions() {
        return rejections.stream().map(Rejection::position).collect(Collectors.toSet());
    }

    /** Adds to each detail the record itself, cut to 200 characters, where its position is a key of {@code texts}. */
    public void quote(Map<String, String> texts) {
        rejections.replaceAll(rejection -> {
            String text = texts.get(rejection.position());
            return text == null
                    ? rejection
                    : new Rejection(
                            rejection.reason(), rejection.position(), rejection.detail() + ": " + shorten(text));
        });
    }

    /** Returns the text of a record, cut to 200 characters. */
    public static String shorten(String record) {
        return record.length() <= LONGEST_RECORD ? record : record.substring(0, LONGEST_RECORD - 1) + "…";
    }
}
