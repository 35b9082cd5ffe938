package dev.daystream.store;

import dev.daystream.model.SeriesSamples;
import dev.daystream.model.TimeRange;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** How roll-ups follow the samples within a transaction; one for each engine. */
interface RollUps {
    /** Prepares a transaction that will change samples. */
    void prepare(Connection connection) throws SQLException;

    /**
     * Follows a change of samples.
     *
     * @param series numbers of all series that may have changed, in ascending order
     * @param ids numbers by metric
     * @param columns all that the series now have in the range
     * @param range whole minutes
     */
    void follow(
            Connection connection, Integer[] series, SeriesNumbers ids, List<SeriesSamples> columns, TimeRange range)
            throws SQLException;

    /** Has the roll-ups of a series made anew from its samples, for whole days of UTC; on an engine with a refresher, by its next run. */
    void renew(Connection connection, int series, TimeRange range) throws SQLException;
}
