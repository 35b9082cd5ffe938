package dev.daystream.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.daystream.simulator.SimulatorConfig;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who wears the watch all day is told so: coverage of heart rate is near 1, and the same wherever it is told. */
class WornDayCoverageTest {
    private static final LocalDate DATE = LocalDate.of(2026, 3, 3);

    /** Half as many samples as the cadence promises, as at rest, but of every minute. */
    @Test
    void aWatchThatNeverComesOffCoversTheDay() {
        try (var study = new SimulatedStudy(SimulatorConfig.forTests().withHeartRateEvery(11), Map.of())) {
            study.take(1, DATE);
            assertThat(coverageEverywhere(study)).isGreaterThanOrEqualTo(0.97);
            assertThat(study.reason(1, DATE, "heart_rate")).isNull();
        }
    }

    /** A wrist that moves loses contact now and then, and the watch may have been off for a while. */
    @Test
    void aUsualWatchCoversWhatItWasWornButForLostContacts() {
        try (var study = new SimulatedStudy(Map.of())) {
            study.take(1, DATE);
            var truth = study.truth(1, DATE);
            assertThat(coverageEverywhere(study))
                    .isCloseTo(truth.wornMinutes() / truth.minutes(), within(0.07))
                    .isGreaterThan(0.85);
        }
    }

    /** Both count only while the watch was worn, and the wear of the day is made for this answer. */
    @Test
    void twoMetricsOfADayThatNobodyHasLookedAtYetAreToldAtOnce() {
        try (var study = new SimulatedStudy(Map.of())) {
            study.take(1, DATE);
            JsonObject answer =
                    study.api.ok("/participants/1/series?metrics=steps,calories,distance&resolution=1h&date=" + DATE);
            assertThat(answer.getJsonArray("series"))
                    .hasSize(3)
                    .allSatisfy(one -> assertThat(
                                    ((JsonObject) one).getJsonObject("coverage").getDouble("share"))
                            .isGreaterThan(0.85));
        }
    }

    private static double coverageEverywhere(SimulatedStudy study) {
        JsonObject day = study.day(1, DATE);
        JsonObject covered = day.getJsonObject("coverage").getJsonObject("heart_rate");
        assertThat(covered.getString("unit")).isEqualTo("minutes");
        assertThat(covered.getInteger("present")).isEqualTo(day.getInteger("heartRateMinutes"));
        assertThat(covered.getInteger("expected")).isEqualTo(1_440).isLessThan(covered.getInteger("count"));
        double coverage = covered.getDouble("coverage");
        for (String resolution : new String[] {"1m", "1h", "1d"}) {
            JsonObject series = study.api
                    .ok("/participants/1/series?metrics=heart_rate&date=" + DATE + "&resolution=" + resolution)
                    .getJsonArray("series")
                    .getJsonObject(0);
            assertThat(series.getJsonObject("coverage").getDouble("share"))
                    .as(resolution)
                    .isCloseTo(coverage, within(1e-9));
        }
        String day1 = " WHERE participant_id = 1 AND local_date = '" + DATE + "'";
        assertThat(fact(study, "coverage FROM analytics.fact_daily_metric" + day1 + " AND metric = 'heart_rate'"))
                .isCloseTo(coverage, within(1e-9));
        assertThat(fact(study, "heart_rate_coverage FROM analytics.daily_overview" + day1))
                .isCloseTo(coverage, within(1e-9));
        assertThat(fact(study, "sum(present)::float8 / 1440 FROM analytics.fact_heart_rate_hour" + day1))
                .isCloseTo(coverage, within(1e-9));
        return coverage;
    }

    private static double fact(SimulatedStudy study, String columns) {
        return Double.parseDouble(study.fixture.text("SELECT " + columns));
    }
}
