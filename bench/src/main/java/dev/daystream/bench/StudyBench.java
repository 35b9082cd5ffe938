package dev.daystream.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** How long the study desk waits for the list of everyone. */
final class StudyBench {
    private static final int PARTICIPANTS = 1_000;
    private static final int WARM_UP = 30;
    private static final int ROUNDS = 40;

    private final Bench bench;
    private final Report report;

    StudyBench(Bench bench, Report report) {
        this.bench = bench;
        this.report = report;
    }

    /** With all wear kept, and with none, when it is made in the background. */
    void run() throws SQLException {
        try (Connection connection = bench.connection();
                Statement statement = connection.createStatement()) {
            StudySeed.plant(connection, PARTICIPANTS);
            Sides lists = new HttpBench(bench, report).lists(WARM_UP, ROUNDS, PARTICIPANTS);
            report.atMost(
                    "the study of 1,000 participants with 30 days, seconds",
                    lists.firstMedian() / 1_000,
                    1,
                    "%.0f ms; %.0f ms the participants alone".formatted(lists.firstMedian(), lists.secondMedian()));
            statement.execute("DELETE FROM wear_day");
            Sides first = new HttpBench(bench, report).lists(0, 1, PARTICIPANTS);
            report.atMost(
                    "the same when no wear is kept yet, first answer, seconds",
                    first.firstMedian() / 1_000,
                    2,
                    "%.0f ms".formatted(first.firstMedian()));
        }
    }
}
