package dev.daystream.ingest;

import static dev.daystream.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daystream.impute.Imputer;
import dev.daystream.impute.Imputers;
import dev.daystream.impute.selftest.Cell;
import dev.daystream.impute.selftest.Score;
import dev.daystream.impute.selftest.ScoreTable;
import dev.daystream.impute.selftest.SelfTest;
import dev.daystream.impute.selftest.State;
import dev.daystream.ingest.ImputationSelfTest.Request;
import dev.daystream.ingest.ImputationSelfTest.Step;
import dev.daystream.metrics.Catalog;
import dev.daystream.model.Trigger;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The self-test on a small database of simulated people. */
class ImputationSelfTestTest {
    private static final List<String> METRICS = List.of("heart_rate", "steps");
    private static final IngestFixture FIXTURE = new IngestFixture().begun();

    @BeforeAll
    static void fetch() {
        for (int i = 0; i < 6; i++) {
            await(FIXTURE.fetching
                    .days()
                    .take(FIXTURE.participant(1), LocalDate.parse("2026-03-02").plusDays(i), Trigger.MANUAL));
        }
    }

    @AfterAll
    static void close() {
        FIXTURE.close();
    }

    private static Request request(List<String> metrics, Duration longest) {
        return new Request(List.of(), metrics, 5, longest);
    }

    @Test
    void everyMethodIsScoredForEveryLengthWithAndWithoutTheOtherSeries() {
        List<Step> steps = new ArrayList<>();
        var result = await(FIXTURE.wiring.imputationSelfTest().run(request(METRICS, Duration.ofHours(1)), steps::add));
        assertThat(steps).containsExactly(new Step(1, 3), new Step(2, 3), new Step(3, 3));
        assertThat(result.participants()).isEqualTo(3);
        for (String metric : METRICS) {
            for (int minutes : SelfTest.LENGTHS) {
                for (boolean companions : new boolean[] {true, false}) {
                    for (Imputer method : Imputers.all()) {
                        Cell cell = new Cell(metric, companions, minutes, State.ANY, method.key());
                        assertThat(result.scores().containsKey(cell))
                                .as(cell.toString())
                                .isEqualTo(method.differs(Catalog.bundled().get(metric)));
                    }
                }
            }
        }
        result.scores().forEach(ImputationSelfTestTest::isSensible);
        assertThat(FIXTURE.number("SELECT count(*) FROM imputed")).isZero();
        assertThat(FIXTURE.number("SELECT count(*) FROM imputation_run")).isZero();
        isAWholeTable(result.scores());
    }

    private static void isSensible(Cell cell, Score score) {
        assertThat(score.spans()).as(cell.toString()).isPositive();
        assertThat(score.answered()).as(cell.toString()).isBetween(0, score.minutes());
        if (score.answered() > 0) {
            assertThat(score.meanAbsoluteError())
                    .as(cell.toString())
                    .isGreaterThanOrEqualTo(Math.abs(score.bias()) - 1e-9);
            assertThat(score.meanErrorOfSpan()).isLessThanOrEqualTo(score.meanAbsoluteError() + 1e-9);
            assertThat(score.coverage()).isBetween(0.0, 1.0);
        }
        if (cell.state() == State.ANY && cell.method().startsWith("profile")) {
            // Where heart rate is known for most of a gap, its few minutes without are not answered.
            assertThat(score.answered()).as(cell.toString()).isGreaterThan(score.minutes() * 4 / 5);
            assertThat(score.coverage()).as(cell.toString()).isGreaterThan(0.4);
        }
    }

    private static void isAWholeTable(Map<Cell, Score> scores) {
        String tables = ScoreTable.markdown(
                scores, Imputers.all().stream().map(Imputer::key).toList());
        assertThat(tables)
                .contains("**heart_rate, the other series known**")
                .contains("**steps, nothing known in the gap**")
                .contains("| minutes | profile | linear | last | neighbour-mean | neighbour-median |")
                .contains("| minutes | profile | profile-total | linear | last |");
        assertThat(tables.lines().filter(line -> line.contains("| any |")))
                .hasSize(16)
                .allSatisfy(line -> assertThat(line).contains("**"));
    }

    @Test
    void whenTimeIsUpNobodyElseIsBegun() {
        var result = await(FIXTURE.wiring.imputationSelfTest().run(request(METRICS, Duration.ZERO), step -> {}));
        assertThat(result.participants()).isZero();
        assertThat(result.scores()).isEmpty();
    }

    @Test
    void metricsThatAreNeverImputedAreRefused() {
        for (String metric : List.of("floors", "magic")) {
            assertThatThrownBy(() -> await(FIXTURE.wiring
                            .imputationSelfTest()
                            .run(request(List.of("steps", metric), Duration.ofHours(1)), step -> {})))
                    .hasRootCauseInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("Values of " + metric + " are never made");
        }
    }
}
