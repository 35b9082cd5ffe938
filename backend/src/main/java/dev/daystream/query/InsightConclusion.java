package dev.daystream.query;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the headline of an answer may say.
 *
 * @param status what the rows allow
 * @param row place of the row that the headline is about, from 0; null if it is about none
 * @param have of the group with most evidence, the least count of evidence; null without a row
 */
public record InsightConclusion(
        Status status, @Nullable Integer row, @Nullable Integer have) {
    /** What the rows of an answer allow. */
    public enum Status {
        /** No participant has sources that bring what the question needs. */
        NOT_ANSWERABLE,
        /** There is no row. */
        NO_DATA,
        /** No group has the minimum of evidence. */
        TOO_LITTLE,
        /** Rows were left out, so that nobody knows which comes first. */
        CUT,
        /** The interval of the difference includes zero. */
        UNCLEAR,
        /** The row may be told. */
        ANSWERED;

        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Weighs the rows of an answer. */
    static InsightConclusion of(Insight insight, boolean answerable, List<List<@Nullable Object>> rows, boolean more) {
        if (rows.isEmpty() || !answerable) {
            return new InsightConclusion(answerable ? Status.NO_DATA : Status.NOT_ANSWERABLE, null, null);
        }
        int enough = insight.indexOf(Insight.ENOUGH);
        int have = rows.stream().mapToInt(row -> evidence(insight, row)).max().orElse(0);
        if (rows.stream().noneMatch(row -> Boolean.TRUE.equals(row.get(enough)))) {
            return new InsightConclusion(Status.TOO_LITTLE, null, have);
        }
        Insight.Headline headline = insight.headline();
        Integer first = more || headline == null ? null : first(insight, headline, rows);
        if (first == null) {
            return new InsightConclusion(more ? Status.CUT : Status.ANSWERED, null, have);
        }
        int clear = insight.indexOf(Insight.CLEAR);
        boolean unclear = clear >= 0 && !Boolean.TRUE.equals(rows.get(first).get(clear));
        return new InsightConclusion(unclear ? Status.UNCLEAR : Status.ANSWERED, first, have);
    }

    private static int evidence(Insight insight, List<@Nullable Object> row) {
        return insight.evidence().columns().stream()
                .mapToInt(column -> row.get(insight.indexOf(column)) instanceof Number n ? n.intValue() : 0)
                .min()
                .orElse(0);
    }

    private static @Nullable Integer first(
            Insight insight, Insight.Headline headline, List<List<@Nullable Object>> rows) {
        int enough = insight.indexOf(Insight.ENOUGH);
        List<Key> keys = headline.order().stream()
                .map(key -> new Key(insight.indexOf(key.replaceFirst("^-", "")), key.startsWith("-")))
                .toList();
        Comparator<Integer> order = (one, other) -> keys.stream()
                .mapToInt(key -> key.compare(rows.get(one), rows.get(other)))
                .filter(found -> found != 0)
                .findFirst()
                .orElse(0);
        return IntStream.range(0, rows.size())
                .filter(row -> Boolean.TRUE.equals(rows.get(row).get(enough)))
                .filter(row -> keys.stream().noneMatch(key -> rows.get(row).get(key.column()) == null))
                .boxed()
                .min(order)
                .orElse(null);
    }

    private record Key(int column, boolean descending) {
        @SuppressWarnings({"unchecked", "rawtypes"})
        int compare(List<@Nullable Object> one, List<@Nullable Object> other) {
            Object left = Objects.requireNonNull(one.get(column));
            Object right = Objects.requireNonNull(other.get(column));
            int order = left instanceof Number number && right instanceof Number than
                    ? Double.compare(number.doubleValue(), than.doubleValue())
                    : ((Comparable) left).compareTo(right);
            return descending ? -order : order;
        }
    }
}
