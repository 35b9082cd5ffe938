package dev.daystream.export;

/** Columns of an export of series. */
enum SeriesField implements Field {
    PARTICIPANT(Column.PARTICIPANT),
    NAME(Column.NAME),
    METRIC(Column.text("Key of the metric; docs/data-dictionary.md explains it.")),
    UNIT(Column.UNIT),
    SOURCE(Column.text("Key of the source.")),
    DEVICE(Column.text("Device, empty where the source does not tell.")),
    RESOLUTION(Column.text("raw, 1m, 1h or 1d.")),
    ROW(Column.text("sample, bucket, imputed (nothing was measured) or missing (a stretch without data).")),
    START(Column.instant("Instant of a sample, or first instant of a bucket or stretch; UTC.")),
    END(Column.instant("First instant after a bucket or stretch; empty for samples.")),
    LOCAL(Column.text("The start as wall time with offset, in the participant's zone unless another was asked for.")),
    VALUE(Column.number("The sample, or the mean of a bucket; empty where data are missing.")),
    MIN(Column.number("Lowest sample of a bucket.")),
    MAX(Column.number("Highest sample of a bucket.")),
    SUM(Column.number("Sum of a bucket's samples.")),
    COUNT(Column.integer("Measured samples: 1 for a sample, 0 where data are missing.")),
    COVERAGE_OF(Column.COVERAGE_OF),
    PRESENT(Column.PRESENT),
    EXPECTED(Column.integer("How many were expected; empty for samples.")),
    COVERAGE(Column.number("present ÷ expected, 1 at most; empty where nothing is expected.")),
    REASON(Column.text("Why there is less than expected; docs/data-quality.md has the rules.")),
    IMPUTED_MINUTES(Column.integer("Imputed minutes of the row.")),
    IMPUTED_VALUE(Column.number("Of a gauge their mean, of an amount their sum; with fill=both.")),
    IMPUTED_LOWER(Column.number("Lower bound of that; with fill=both.")),
    IMPUTED_UPPER(Column.number("Upper bound of that; with fill=both.")),
    METHOD(Column.text("Method that made them; with fill=both.")),
    RUN(Column.integer("Imputation run that made them; with fill=both."));

    @SuppressWarnings("ImmutableEnumChecker") // A record of an enum and a text.
    private final Column column;

    SeriesField(Column column) {
        this.column = column;
    }

    @Override
    public Column column() {
        return column;
    }
}
