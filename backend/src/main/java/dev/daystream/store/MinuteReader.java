package dev.daystream.store;

import dev.daystream.metrics.Metric;
import dev.daystream.store.SeriesReader.Level;
import dev.daystream.store.SeriesReader.Piece;
import dev.daystream.store.SeriesReader.Stretch;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads series by the minute: the mean of a gauge, the total of an amount. What was made up is never among it. */
public final class MinuteReader {
    private static final long MINUTE_MILLIS = 60_000;

    private final SeriesReader reader;

    /**
     * Minutes of one series.
     *
     * @param series id in the database
     * @param kind whether the minute's mean or its total is wanted
     * @param firstMinute minutes since the epoch at which it starts
     * @param minutes how many
     */
    public record Wanted(int series, Metric.Kind kind, long firstMinute, int minutes) {}

    public MinuteReader(Database database) {
        this.reader = new SeriesReader(database);
    }

    /** Returns a value for each minute of each that is wanted, in their order, from one state of the database; NaN where there is none. */
    public Future<List<double[]>> read(List<Wanted> wanted) {
        List<Piece> pieces = new ArrayList<>();
        List<double[]> columns = new ArrayList<>();
        for (Wanted one : wanted) {
            long start = one.firstMinute() * MINUTE_MILLIS;
            pieces.add(new Piece(
                    Level.MINUTE,
                    new Stretch(columns.size(), one.series(), start, start + one.minutes() * MINUTE_MILLIS)));
            double[] column = new double[one.minutes()];
            Arrays.fill(column, Double.NaN);
            columns.add(column);
        }
        return reader.pieces(pieces, (slot, rows) -> fill(wanted.get(slot), rows, columns.get(slot)))
                .map(columns);
    }

    private static void fill(Wanted one, BucketColumns rows, double[] column) {
        for (int i = 0; i < rows.size(); i++) {
            int minute = (int) (rows.times()[i] / MINUTE_MILLIS - one.firstMinute());
            column[minute] = one.kind() == Metric.Kind.AMOUNT ? rows.sums()[i] : rows.sums()[i] / rows.counts()[i];
        }
    }
}
