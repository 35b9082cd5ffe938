package dev.daystream.ingest;

import static dev.daystream.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FirstStartTest {
    private static final String WHO =
            "SELECT p.id, p.name, z.zone FROM participant p JOIN participant_zone z ON z.participant_id = p.id ORDER BY 1";
    private final IngestFixture fixture = new IngestFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void threePeopleInThreeZonesAreMadeOnce() {
        assertThat(await(fixture.fetching.firstStart().prepare())).isEqualTo(3);
        assertThat(fixture.rows(WHO))
                .containsExactly(
                        List.of("1", "Alice", "Europe/Berlin"),
                        List.of("2", "Bob", "America/New_York"),
                        List.of("3", "Charlie", "Asia/Kolkata"));
        String before = fixture.text("SELECT string_agg(p::text || c::text, ',' ORDER BY p.participant_id)"
                + " FROM ingest_position p JOIN connection c USING (participant_id)");
        assertThat(await(fixture.fetching.firstStart().prepare())).isZero();
        assertThat(fixture.text("SELECT string_agg(p::text || c::text, ',' ORDER BY p.participant_id)"
                        + " FROM ingest_position p JOIN connection c USING (participant_id)"))
                .isEqualTo(before);
        assertThat(fixture.number("SELECT count(*) FROM ingest_position WHERE due_at <= now() - interval '57 minutes'"))
                .isEqualTo(3);
    }

    @Test
    void aStartThatWasKilledIsFinishedByTheNext() {
        fixture.fault("{\"pathContains\":\"/profile.json\",\"kind\":\"status\",\"status\":403}");
        assertThatThrownBy(() -> await(fixture.fetching.firstStart().prepare())).hasMessageContaining("403");
        fixture.noFaults();
        await(fixture.fetching.firstStart().prepare());
        fixture.update("DELETE FROM ingest_position WHERE participant_id = 2");
        assertThat(await(fixture.fetching.firstStart().prepare())).isOne();
        assertThat(fixture.number("SELECT count(*) FROM ingest_position")).isEqualTo(3);
        assertThat(fixture.number("SELECT count(*) FROM participant")).isEqualTo(3);
    }
}
