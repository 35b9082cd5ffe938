package dev.daystream.derive;

import dev.daystream.metrics.DerivedCatalog;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All figures that are made from one day alone. */
public final class DayFormulas {
    private final List<DayFormula> formulas;

    public DayFormulas(DerivedCatalog catalog) {
        this.formulas = List.of(
                new RestingHeartRate(catalog),
                new ZoneTime(catalog),
                new CadenceMinutes(catalog),
                new SleepFigures(catalog),
                new NightVariability(catalog));
    }

    /** Returns every figure of a day by key, with or without a value. */
    public Map<String, Figure> of(DayInput input) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        formulas.forEach(formula -> figures.putAll(formula.of(input)));
        return figures;
    }
}
