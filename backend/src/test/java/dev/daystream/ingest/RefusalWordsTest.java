package dev.daystream.ingest;

import static dev.daystream.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.model.Trigger;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the vendor says when it refuses stands in the run's error, and no guess stands in its place. */
class RefusalWordsTest {
    private static final IngestFixture FIXTURE = new IngestFixture().begun();

    @AfterAll
    static void close() {
        FIXTURE.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            400 | validation               | The date range is too long            | status 400
            403 | insufficient_permissions | The client may not read this resource | status 403
            404 | not_found                | The device has no such sensor         | status 404
            500 | system                   | Try again in a while                  | answered 500
            503 | maintenance              | Down until noon                       | answered 503
            """)
    void errorTypeAndMessageAreKept(int status, String type, String message, String what) {
        FIXTURE.gateway.answerInstead(request -> {
            boolean ours = request.path().contains("/floors/");
            if (ours) {
                request.response()
                        .setStatusCode(status)
                        .putHeader("Content-Type", "application/json")
                        .end("{\"errors\":[{\"errorType\":\"" + type + "\",\"message\":\"" + message
                                + "\"}],\"success\":false}");
            }
            return ours;
        });
        Ending ending = await(FIXTURE.fetching
                .days()
                .take(FIXTURE.participant(1), LocalDate.parse("2026-03-02"), "floors", Trigger.MANUAL));
        assertThat(FIXTURE.text("SELECT error FROM ingest_run ORDER BY id DESC LIMIT 1"))
                .isEqualTo(ending.error())
                .contains(what)
                .endsWith(": " + type + ": " + message)
                .doesNotContain("consent");
    }
}
