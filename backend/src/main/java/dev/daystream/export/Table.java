package dev.daystream.export;

import java.util.List;

/**
 * What is exported.
 *
 * @param name in file names
 * @param fields its columns, in order
 */
record Table(String name, List<Field> fields) {
    static final Table SERIES = new Table("series", List.of(SeriesField.values()));
    static final Table DAYS = new Table("days", List.of(DayField.values()));
}
