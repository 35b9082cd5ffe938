package dev.daystream.store;

import static dev.daystream.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@EveryEngine
class RetentionTest {
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");

    private final DayFixture fixture = new DayFixture("UTC");

    @AfterEach
    void close() {
        fixture.close();
    }

    private long minutes(String metric) {
        return fixture.number("SELECT count(*) FROM series s JOIN metric m ON m.id = s.metric_id AND m.key = '" + metric
                + "' CROSS JOIN LATERAL rollup_1m_of(s.id, '2026-01-01', '2027-01-01')");
    }

    @Test
    void oldSamplesOfOneMetricAreForgottenWithTheirRollUps() {
        for (int i = 0; i < 3; i++) {
            LocalDate date = DAY.plusDays(i);
            var range = fixture.participant.zones().day(date);
            fixture.deliver("heart_rate", date, "a", DayFixture.samples("heart_rate", range, 60, i));
            fixture.deliver("steps", date, "a", DayFixture.samples("steps", range, 60, i));
        }
        await(new Refresher(fixture.database).run());
        Retention retention = new Retention(fixture.database);

        assertThat(await(retention.forget("heart_rate", Instant.parse("2026-03-04T11:00:00Z"))))
                .isEqualTo(2 * 1_440);
        assertThat(minutes("heart_rate")).isEqualTo(1_440);
        assertThat(minutes("steps")).isEqualTo(3 * 1_440);
        await(new Refresher(fixture.database).run());
        assertThat(minutes("heart_rate")).isEqualTo(1_440);
        assertThat(await(new Verification(fixture.database).run(false))).isEmpty();
        assertThat(await(retention.forget("heart_rate", Instant.parse("2026-03-04T11:00:00Z"))))
                .isZero();
    }
}
