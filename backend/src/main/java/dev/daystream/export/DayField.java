package dev.daystream.export;

/** Columns of an export of daily figures. */
enum DayField implements Field {
    PARTICIPANT(Type.INTEGER, "Participant id."),
    NAME(Type.TEXT, "Participant's name."),
    DATE(Type.TEXT, "Local date."),
    START(Type.INSTANT, "First instant of the local day; UTC."),
    END(Type.INSTANT, "First instant after it; UTC."),
    HOURS(Type.NUMBER, "How long the day lasts."),
    DAY(Type.TEXT, "usual, short, long, travel or skipped."),
    ZONES(Type.TEXT, "Zones in force on the day, in order of time, separated by spaces."),
    GROUP(Type.TEXT, "samples, vendor (the vendor's own figure), derived, wear or sleep."),
    METRIC(Type.TEXT, "Key of the metric or figure."),
    UNIT(Type.TEXT, "UCUM code of values."),
    VERSION(Type.INTEGER, "Version of a derived figure's formula."),
    VALUE(Type.NUMBER, "The figure: of samples a gauge's mean or an amount's sum; empty where there is none."),
    MIN(Type.NUMBER, "Lowest sample."),
    MAX(Type.NUMBER, "Highest sample."),
    SUM(Type.NUMBER, "Sum of the samples."),
    COUNT(Type.INTEGER, "Measured samples."),
    EXPECTED(Type.INTEGER, "Samples that were expected."),
    COVERAGE(Type.NUMBER, "Share of what was expected that is there, 0 to 1; of wear, the share of the day."),
    REASON(Type.TEXT, "Why there is less than expected, or no value."),
    IMPUTED_MINUTES(Type.INTEGER, "Imputed minutes of the day; with fill=filled or both."),
    FILLED_VALUE(Type.NUMBER, "The figure of samples and imputed values together; with fill=both.");

    private final Type type;
    private final String meaning;

    DayField(Type type, String meaning) {
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
