package dev.daystream.impute.selftest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes scores as tables that are Markdown and readable as they stand. */
public final class ScoreTable {
    private static final Comparator<Cell> ORDER = Comparator.comparing(Cell::metric)
            .thenComparing(cell -> !cell.companions())
            .thenComparing(Cell::minutes)
            .thenComparing(Cell::state);

    private ScoreTable() {}

    /** Returns a table for each metric, with and without companions; {@code methods} are the columns, by key. */
    public static String markdown(Map<Cell, Score> scores, List<String> methods) {
        StringBuilder text = new StringBuilder();
        List<Cell> rows = rows(scores);
        String heading = "";
        for (Cell row : rows) {
            String own = row.metric() + (row.companions() ? ", the other series known" : ", nothing known in the gap");
            List<String> columns = methods.stream()
                    .filter(method -> scores.containsKey(of(row, method)))
                    .toList();
            if (!own.equals(heading)) {
                heading = own;
                text.append(head(heading, columns));
            }
            text.append(line(row, columns, scores));
        }
        return text.toString();
    }

    private static List<Cell> rows(Map<Cell, Score> scores) {
        return scores.keySet().stream()
                .map(cell -> of(cell, ""))
                .distinct()
                .sorted(ORDER)
                .toList();
    }

    private static Cell of(Cell row, String method) {
        return new Cell(row.metric(), row.companions(), row.minutes(), row.state(), method);
    }

    private static String head(String heading, List<String> methods) {
        return "\n**" + heading + "**\n\n| gap | state | spans | minutes | " + String.join(" | ", methods)
                + " |\n|---:|---|---:|---:|" + "---:|".repeat(methods.size()) + "\n";
    }

    private static String line(Cell row, List<String> methods, Map<Cell, Score> scores) {
        List<Score> found = new ArrayList<>();
        methods.forEach(method -> found.add(scores.getOrDefault(of(row, method), new Score())));
        double best = found.stream()
                .mapToDouble(Score::meanAbsoluteError)
                .filter(error -> !Double.isNaN(error))
                .min()
                .orElse(Double.NaN);
        StringBuilder line = new StringBuilder(String.format(
                Locale.ROOT,
                "| %s | %s | %d | %d |",
                row.minutes() < 60 ? row.minutes() + " min" : row.minutes() / 60 + " h",
                row.state().key(),
                found.get(0).spans(),
                found.get(0).minutes()));
        found.forEach(score -> line.append(' ')
                .append(figures(score, score.meanAbsoluteError() == best))
                .append(" |"));
        return line.append('\n').toString();
    }

    private static String figures(Score score, boolean best) {
        if (score.answered() == 0) {
            return "-";
        }
        String mark = best ? "**" : "";
        return String.format(
                Locale.ROOT,
                "%s%.2f%s, %+.2f, %.2f, %.0f %%",
                mark,
                score.meanAbsoluteError(),
                mark,
                score.bias(),
                score.meanErrorOfSpan(),
                100 * score.coverage());
    }
}
