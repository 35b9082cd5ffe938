package dev.daystream.export;

/**
 * What a column of an export holds; those that several exports have are here.
 *
 * @param type kind of its values
 * @param meaning one sentence about it
 */
record Column(Field.Type type, String meaning) {
    static final Column PARTICIPANT = integer("Participant id.");
    static final Column NAME = text("Participant's name.");
    static final Column UNIT = text("UCUM code of values.");
    static final Column COVERAGE_OF = text("What coverage counts: samples, or minutes with at least one.");
    static final Column PRESENT = integer("How many of those are there.");

    static Column text(String meaning) {
        return new Column(Field.Type.TEXT, meaning);
    }

    static Column integer(String meaning) {
        return new Column(Field.Type.INTEGER, meaning);
    }

    static Column number(String meaning) {
        return new Column(Field.Type.NUMBER, meaning);
    }

    static Column instant(String meaning) {
        return new Column(Field.Type.INSTANT, meaning);
    }
}
