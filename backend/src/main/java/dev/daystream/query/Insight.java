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
 * @param headline how the answer is put in a sentence, or null
 * @param columns of the answer, in order
 * @param needs metrics, or the records {@code sleep} and {@code workouts}
 * @param absent for what no source brings, a sentence that says so
 * @param notes how the answer is to be read
 */
public record Insight(
        String id,
        String title,
        String question,
        String audience,
        Chart chart,
        @Nullable Headline headline,
        List<Column> columns,
        List<String> needs,
        Map<String, String> absent,
        List<String> notes) {
    public Insight {
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
     * @param text with columns in braces, such as {@code {participant}: {steps}}; {@code {+change}} wants the sign of the value too
     * @param order columns by which the row comes first that is told; with {@code -} before it, the greatest value is first
     */
    public record Headline(String text, List<String> order) {}

    /**
     * A column of the answer.
     *
     * @param name in the statement
     * @param title for people
     * @param type integer, number, text, date or boolean
     * @param unit as people write it; {@code share} is 0 to 1; null if it has none
     * @param coverage whether it says how much data stand behind the row
     */
    public record Column(
            String name,
            String title,
            String type,
            @Nullable String unit,
            boolean coverage) {}
}
