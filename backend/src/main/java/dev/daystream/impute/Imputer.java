package dev.daystream.impute;

import dev.daystream.metrics.Metric;
import java.util.List;

/** A method of imputation: a pure function of what it may look at. */
public interface Imputer {
    /** Returns its name in commands, API and database. */
    String key();

    /** Returns its version, which rises with every change of what it answers. */
    int version();

    /** Returns whether it says anything else of a metric than another method does. */
    default boolean differs(Metric metric) {
        return true;
    }

    /** Returns an estimate for each of the gaps, in their order; none of the gaps has values in the material. */
    List<Estimate> fill(Material material, List<Gap> gaps);
}
