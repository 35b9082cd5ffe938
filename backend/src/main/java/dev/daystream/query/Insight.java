package dev.daystream.query;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A question that one statement over the star schema answers.
 *
 * @param id its name in addresses
 * @param title a few words
 * @param question in plain words
 * @param audience {@code self} or {@code study}
 * @param chart how the answer is best drawn
 * @param evidence what a group must have to be ranked, compared or told in the headline
 * @param headline how the answer is put in a sentence, or null
 * @param columns of the answer, in order
 * @param needs metrics, or the records {@code sleep} and {@code workouts}, without any of which there is no answer
 * @param also metrics that the answer is told with or without
 * @param absent for what no source brings, a sentence that says so
 * @param notes how the answer is to be read
 */
public record Insight(
        String id,
        String title,
        String question,
        String audience,
        Chart chart,
        Evidence evidence,
        @Nullable Headline headline,
        List<Column> columns,
        List<String> needs,
        List<String> also,
        Map<String, String> absent,
        List<String> notes) {
    /** The column of every statement that says whether a row's group has enough evidence. */
    static final String ENOUGH = "enough";

    /** The column, of questions that compare, that says whether the interval of the row's difference spares zero. */
    static final String CLEAR = "clear";

    public Insight {
        also = also == null ? List.of() : List.copyOf(also);
        absent = absent == null ? Map.of() : Map.copyOf(absent);
        notes = notes == null ? List.of() : List.copyOf(notes);
    }

    /**
     * A hint how to draw the answer.
     *
     * @param kind bars, heatmap, line, points or table
     * @param x column along the bottom, or null
     * @param y column that rises, or null
     * @param value column that colours, or null
     * @param series column that tells lines apart, or null
     */
    public record Chart(
            String kind,
            @Nullable String x,
            @Nullable String y,
            @Nullable String value,
            @Nullable String series) {}

    /**
     * An answer in a sentence, filled from one of its rows.
     *
     * @param text with columns in braces, such as {@code {participant}: {steps}}; {@code {~steps}} is the interval of a column
     * @param order columns by which the row comes first that is told; with {@code -} before it, the greatest value is first
     * @param unclear the sentence where that row's difference is not clear; null where nothing is compared
     */
    public record Headline(
            String text, List<String> order, @Nullable String unclear) {}

    /**
     * What a group must have.
     *
     * @param unit what is counted, in the plural
     * @param columns that count it; each must reach the minimum
     * @param minimum the least count
     */
    public record Evidence(String unit, List<String> columns, int minimum) {}

    /**
     * A column of the answer.
     *
     * @param name in the statement
     * @param title for people
     * @param type integer, number, text, date or boolean
     * @param unit as people write it; {@code share} is 0 to 1; null if it has none
     * @param coverage whether it says how much data stand behind the row
     * @param interval columns of the lower and the upper end of its 95 % confidence interval, or null
     * @param count column that says from how many values it was made, or null
     * @param difference whether it compares, so that its sign is written
     */
    public record Column(
            String name,
            String title,
            String type,
            @Nullable String unit,
            boolean coverage,
            @Nullable List<String> interval,
            @Nullable String count,
            boolean difference) {}

    /** Returns the place of a column, or -1 if there is none of that name. */
    int indexOf(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                return i;
            }
        }
        return -1;
    }
}
