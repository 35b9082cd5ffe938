package dev.daystream.export;

/** Columns of an export of daily figures. */
enum DayField implements Field {
    PARTICIPANT(Column.PARTICIPANT),
    NAME(Column.NAME),
    DATE(Column.text("Local date.")),
    START(Column.instant("First instant of the local day; UTC.")),
    END(Column.instant("First instant after it; UTC.")),
    HOURS(Column.number("How long the day lasts.")),
    DAY(Column.text("usual, short, long, travel or skipped.")),
    ZONES(Column.text("Zones in force on the day, in order of time, separated by spaces.")),
    GROUP(Column.text("samples, vendor (the vendor's own figure), derived, wear or sleep.")),
    METRIC(Column.text("Key of the metric or figure.")),
    UNIT(Column.UNIT),
    VERSION(Column.integer("Version of a derived figure's formula.")),
    VALUE(Column.number("The figure: of samples a gauge's mean or an amount's sum; empty where there is none.")),
    MIN(Column.number("Lowest sample.")),
    MAX(Column.number("Highest sample.")),
    SUM(Column.number("Sum of the samples.")),
    COUNT(Column.integer("Measured samples.")),
    COVERAGE_OF(Column.COVERAGE_OF),
    PRESENT(Column.PRESENT),
    EXPECTED(Column.integer("How many were expected.")),
    COVERAGE(Column.number(
            "present ÷ expected, 1 at most; empty where nothing is expected; of wear, the share of the day.")),
    REASON(Column.text("Why there is less than expected, or no value.")),
    IMPUTED_MINUTES(Column.integer("Imputed minutes of the day; with fill=filled or both.")),
    FILLED_VALUE(Column.number("The figure of samples and imputed values together; with fill=both."));

    @SuppressWarnings("ImmutableEnumChecker") // A record of an enum and a text.
    private final Column column;

    DayField(Column column) {
        this.column = column;
    }

    @Override
    public Column column() {
        return column;
    }
}
