package dev.daystream.derive;

import java.util.Map;

/** A formula for one or more figures of a day; a pure function. */
interface DayFormula {
    /** Returns its figures by key, all of them, with or without a value. */
    Map<String, Figure> of(DayInput input);
}
