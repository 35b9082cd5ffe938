package dev.daystream.source.fitabase;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Evidence about a file from the ids and times of all its rows: rows that cannot be read may prove that the readable ones are misread.
 */
final class RowEvidence {
    private static final Pattern SCIENTIFIC = Pattern.compile("\\d+([.,]\\d+)?[eE]\\+?\\d+");

    private long rows;
    private long unreadable;
    private @Nullable String scientificId;
    private @Nullable String dayFirst;
    private String fault = "";

    /** Takes the id and date of rows that follow each other; dates are the part of the time before the first space. */
    void key(String id, String date) {
        if (scientificId == null && SCIENTIFIC.matcher(id).matches()) {
            scientificId = id;
        }
        if (dayFirst == null && TimeFaults.isOnlyDayFirst(date)) {
            dayFirst = date;
        }
    }

    /**
     * Takes a row.
     *
     * @param readable whether it has an id and a time
     * @param time its time
     */
    void row(boolean readable, String time) {
        rows++;
        if (!readable) {
            unreadable++;
            fault = fault.isEmpty() ? TimeFaults.of(time) : fault;
        }
    }

    /** Returns why no row of the file can be trusted; null if rows can be judged one by one. */
    @Nullable
    String refusal() {
        if (scientificId != null) {
            return "A spreadsheet has rounded the ids (" + scientificId
                    + "): participants cannot be told apart. Take the file as it was exported";
        }
        if (dayFirst != null) {
            return "Dates are day-first (" + dayFirst
                    + "), so that those which can be read would go to wrong months. Write the month first, as in 4/13/2016";
        }
        if (rows > 0 && unreadable == rows) {
            return "None of %,d rows can be read. %s".formatted(rows, fault);
        }
        return null;
    }
}
