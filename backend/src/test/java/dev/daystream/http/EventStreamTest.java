package dev.daystream.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.config.DatabaseSettings;
import dev.daystream.model.DayEvent;
import dev.daystream.model.Trigger;
import dev.daystream.store.Announcements;
import dev.daystream.store.DayEventJson;
import dev.daystream.store.Seed;
import dev.daystream.store.TestDatabase;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class EventStreamTest {
    private static final DatabaseSettings SETTINGS = TestDatabase.create();
    private static final ApiServer SERVER = new ApiServer(SETTINGS, null);
    private static final Seed SEED = new Seed(SETTINGS);

    @AfterAll
    static void close() {
        SEED.close();
        SERVER.close();
    }

    @Test
    void aCommittedDayIsTold() {
        try (Listening listening = new Listening(SERVER, "")) {
            announce(1);
            listening.waitFor("event: day\ndata: {\"participant\":1,\"source\":\"fitbit\",\"dataType\":\"steps\"");
            assertThat(listening.text()).contains("\"revision\":1");
        }
    }

    @Test
    void aChangedParticipantIsTold() {
        long participant = SEED.participant("Moved", "UTC");
        assertThat(SERVER.ok("/participants/" + participant)
                        .getJsonObject("participant")
                        .getString("zone"))
                .isEqualTo("UTC");
        try (Listening listening = new Listening(SERVER, "")) {
            var changed = SERVER.json(
                    io.vertx.core.http.HttpMethod.PUT,
                    "/participants/" + participant + "/zones",
                    "{\"zones\":[{\"validFrom\":null,\"zone\":\"Asia/Kolkata\"}]}");
            assertThat(changed.status()).isEqualTo(200);
            listening.waitFor("event: participant\ndata: {\"participant\":" + participant + ",\"changed\":\"zones\"}");
        }
    }

    @Test
    void whoComesBackGetsWhatWasMissedOnce() {
        String lastSeen;
        try (Listening listening = new Listening(SERVER, "")) {
            announce(10);
            listening.waitFor("\"revision\":10");
            lastSeen = listening.lastId();
            announce(11);
            announce(12);
            listening.waitFor("\"revision\":12");
        }
        try (Listening again = new Listening(SERVER, lastSeen)) {
            again.waitFor("\"revision\":12");
            assertThat(again.text()).contains("\"revision\":11").doesNotContain("\"revision\":10", "event: reset");
        }
    }

    @Test
    void whoComesFromBeforeTheStartIsToldToLoadAgain() {
        try (Listening listening = new Listening(SERVER, "17")) {
            listening.waitFor("event: reset");
        }
    }

    @Test
    void aLostConnectionToTheDatabaseTellsEveryoneToLoadAgain() {
        try (Listening listening = new Listening(SERVER, "")) {
            SEED.number("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                    + " WHERE datname = current_database() AND query LIKE 'LISTEN%'");
            listening.waitFor("event: reset");
            announce(20);
            listening.waitFor("\"revision\":20");
        }
    }

    @Test
    void aQuestionAfterAnEventSeesTheDay() {
        long participant = SEED.participant("Late", "UTC");
        assertThat(SERVER.ok("/participants/" + participant).getJsonArray("series"))
                .isEmpty();
        try (Listening listening = new Listening(SERVER, "")) {
            int series = SEED.series(participant, "steps", "fitbit", 60);
            SEED.samples(series, "2026-03-02T00:00:00Z", "2026-03-03T00:00:00Z", 60, "1");
            announce(participant, 30);
            listening.waitFor("\"revision\":30");
            assertThat(SERVER.ok("/participants/" + participant).getJsonArray("series"))
                    .hasSize(1);
        }
    }

    private static void announce(int revision) {
        announce(1, revision);
    }

    private static void announce(long participant, int revision) {
        String event = DayEventJson.write(new DayEvent(
                participant, "fitbit", "steps", LocalDate.parse("2026-03-02"), revision, 1_440, Trigger.SCHEDULE));
        SEED.run("SELECT pg_notify(?, ?)", Announcements.CHANNEL, event);
    }
}
