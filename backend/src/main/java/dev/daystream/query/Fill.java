package dev.daystream.query;

/** Whether imputed values are told. */
public enum Fill {
    /** Data alone. */
    RAW,
    /** Data and imputed values together. */
    FILLED,
    /** Data alone, and imputed values beside them. */
    BOTH
}
