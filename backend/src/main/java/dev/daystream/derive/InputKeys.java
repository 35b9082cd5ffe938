package dev.daystream.derive;

/** Names of what derived metrics are made from, as the API tells what is missing. */
public final class InputKeys {
    public static final String HEART_RATE = "heart_rate";
    public static final String STEPS = "steps";
    public static final String VARIABILITY = "hrv_rmssd";
    public static final String SLEEP = "sleep";
    /** The time awake at the start of a sleep record. */
    public static final String WAKE_BEFORE_SLEEP = "wake_before_sleep";
    /** Tells heart-rate zones where the participant has none of their own. */
    public static final String BIRTH_DATE = "birth_date";

    private InputKeys() {}
}
