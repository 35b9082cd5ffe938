package dev.daystream.export;

/** Columns of an export of series. */
enum SeriesField implements Field {
    PARTICIPANT(Type.INTEGER, "Participant id."),
    NAME(Type.TEXT, "Participant's name."),
    METRIC(Type.TEXT, "Key of the metric; docs/data-dictionary.md explains it."),
    UNIT(Type.TEXT, "UCUM code of values."),
    SOURCE(Type.TEXT, "Key of the source."),
    DEVICE(Type.TEXT, "Device, empty where the source does not tell."),
    RESOLUTION(Type.TEXT, "raw, 1m, 1h or 1d."),
    ROW(Type.TEXT, "sample, bucket, imputed (nothing was measured) or missing (a stretch without data)."),
    START(Type.INSTANT, "Instant of a sample, or first instant of a bucket or stretch; UTC."),
    END(Type.INSTANT, "First instant after a bucket or stretch; empty for samples."),
    LOCAL(Type.TEXT, "The start as wall time with offset, in the participant's zone unless another was asked for."),
    VALUE(Type.NUMBER, "The sample, or the mean of a bucket; empty where data are missing."),
    MIN(Type.NUMBER, "Lowest sample of a bucket."),
    MAX(Type.NUMBER, "Highest sample of a bucket."),
    SUM(Type.NUMBER, "Sum of a bucket's samples."),
    COUNT(Type.INTEGER, "Measured samples: 1 for a sample, 0 where data are missing."),
    EXPECTED(Type.INTEGER, "Samples that were expected; empty for samples."),
    COVERAGE(Type.NUMBER, "count ÷ expected, 1 at most; empty where nothing is expected."),
    REASON(Type.TEXT, "Why there is less than expected; docs/data-quality.md has the rules."),
    IMPUTED_MINUTES(Type.INTEGER, "Imputed minutes of the row."),
    IMPUTED_VALUE(Type.NUMBER, "Of a gauge their mean, of an amount their sum; with fill=both."),
    IMPUTED_LOWER(Type.NUMBER, "Lower bound of that; with fill=both."),
    IMPUTED_UPPER(Type.NUMBER, "Upper bound of that; with fill=both."),
    METHOD(Type.TEXT, "Method that made them; with fill=both."),
    RUN(Type.INTEGER, "Imputation run that made them; with fill=both.");

    private final Type type;
    private final String meaning;

    SeriesField(Type type, String meaning) {
        this.type = type;
        this.meaning = meaning;
    }

    @Override
    public Type type() {
        return type;
    }

    @Override
    public String meaning() {
        return meaning;
    }
}
