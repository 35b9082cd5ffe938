package dev.daystream.model;

/**
 * One record of a payload that was left out, and why; everything else of the payload is kept.
 *
 * @param reason why
 * @param position where it stands: a JSON pointer, or file and line
 * @param detail what is wrong with it, in words, with the record cut to at most 200 characters
 */
public record Rejection(Reason reason, String position, String detail) {
    /** What is quoted may hold anything; what cannot be kept of it must not cost the day. */
    public Rejection {
        position = KeptText.of(position);
        detail = KeptText.of(detail);
    }

    /** Why a record was left out. */
    public enum Reason {
        /** A field is missing or not of its type. */
        MALFORMED,
        /** The value is not credible for the metric. */
        OUT_OF_RANGE,
        /** The wall time does not exist in the participant's zone. */
        NO_SUCH_TIME,
        /** The record belongs to another local day than the one asked for. */
        OTHER_DAY,
        /** It contradicts another record, such as one of the same time, which was kept; or its own fields contradict each other. */
        CONFLICT,
        /** The payload lacks an element that brings records: which ones is not known. Everything else of it is kept. */
        MISSING_ELEMENT;

        /** Returns the name in database and API. */
        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
