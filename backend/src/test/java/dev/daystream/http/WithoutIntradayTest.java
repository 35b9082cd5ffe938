package dev.daystream.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.ingest.DayEnding;
import dev.daystream.ingest.Ending;
import io.vertx.core.http.HttpServerRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Answers that lack what they should bring, from the request to the API. */
class WithoutIntradayTest {
    private static final SimulatedStudy STUDY = new SimulatedStudy(Map.of());

    @AfterEach
    void off() {
        STUDY.fixture.gateway.answerInstead(request -> false);
    }

    @AfterAll
    static void close() {
        STUDY.close();
    }

    private static boolean answer(HttpServerRequest request, String part, String json) {
        boolean ours = request.path().contains(part);
        if (ours) {
            request.response().putHeader("Content-Type", "application/json").end(json.replace('\'', '"'));
        }
        return ours;
    }

    @Test
    void aDayOfDailyValuesAloneWasSynced() {
        LocalDate date = LocalDate.parse("2026-02-11");
        STUDY.take(1, date.minusDays(1));
        STUDY.fixture.gateway.answerInstead(request -> answer(
                        request,
                        "/activities/heart/",
                        "{'activities-heart':[{'dateTime':'" + date + "','value':{'restingHeartRate':58}}]}")
                || List.of("steps", "calories", "distance", "floors", "elevation").stream()
                        .anyMatch(type -> answer(
                                request,
                                "/activities/" + type + "/",
                                "{'activities-" + type + "':[{'dateTime':'" + date + "','value':'1200'}]}")));
        DayEnding ending = STUDY.take(1, date);
        assertThat(ending.worst()).isEqualTo(Ending.Kind.STORED);
        for (String type : List.of("heart_rate", "steps", "floors")) {
            assertThat(STUDY.run(1, date, type, "rejections")).isEqualTo("1");
            assertThat(STUDY.reason(1, date, type)).isEqualTo("no-intraday");
            assertThat(STUDY.reasons(1, date, type, "1h"))
                    .extracting(told -> told.word())
                    .containsOnly("no-intraday");
        }
        assertThat(STUDY.fixture.rows(
                        "SELECT DISTINCT x.reason, x.position FROM rejection x JOIN ingest_run r ON r.id = x.run_id"
                                + " WHERE r.data_type = 'steps' AND r.local_date = '" + date + "'"))
                .containsExactly(List.of("missing-element", "/activities-steps-intraday"));
        assertThat(STUDY.fixture.number("SELECT v.value::bigint FROM daily_value v JOIN metric m ON m.id = v.metric_id"
                        + " WHERE m.key = 'daily_steps' AND v.local_date = '" + date + "'"))
                .isEqualTo(1_200);
        // What did come is not called not-synced on account of what did not.
        assertThat(STUDY.reasons(1, date, "spo2", "1h"))
                .noneMatch(told -> told.word().equals("not-synced"));
    }

    @Test
    void nullInPlaceOfAListIsADayWithoutRecords() {
        LocalDate date = LocalDate.parse("2026-02-12");
        STUDY.fixture.gateway.answerInstead(request -> answer(request, "/sleep/date/", "{'sleep':null,'summary':{}}")
                || answer(request, "/spo2/", "{'dateTime':'" + date + "','minutes':null}"));
        DayEnding ending = STUDY.take(1, date);
        assertThat(ending.error()).isNull();
        assertThat(ending.worst()).isEqualTo(Ending.Kind.STORED);
        assertThat(STUDY.reason(1, date, "sleep_minutes_asleep")).isNotEqualTo("rejected");
    }
}
