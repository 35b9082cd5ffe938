package dev.daystream.impute.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.impute.Imputer;
import dev.daystream.impute.Imputers;
import dev.daystream.simulator.world.Person;
import dev.daystream.simulator.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Simulated people whose truth is known: the standard method must beat the usual ones. Writes the tables of docs/imputation.md. */
class ImputationOfSimulatedPeopleTest {
    private static final int PEOPLE = 12;
    /** Other people than those with whom the methods were made. */
    private static final long WORLD = 23;

    private static final long SEED = 2026;
    private static final List<String> COMPARED = List.of("linear", "neighbour-mean", "neighbour-median");

    private static Map<Cell, Score> scores = Map.of();

    @BeforeAll
    static void run() throws IOException {
        World world = SimulatedMaterials.world(WORLD, PEOPLE);
        SelfTest test = new SelfTest(Imputers.all(), SEED);
        for (Person person : world.people()) {
            SimulatedMaterials.of(world, person).values().forEach(material -> test.take(material, person.number()));
        }
        scores = test.scores();
        List<String> methods = Imputers.all().stream().map(Imputer::key).toList();
        Files.writeString(Path.of("target", "imputation-of-simulated-people.md"), ScoreTable.markdown(scores, methods));
    }

    @Test
    void theStandardMethodIsCloserToTheTruthInGapsOfHalfAnHourAndMore() {
        for (String metric : List.of("heart_rate", "steps")) {
            for (int minutes : List.of(30, 120, 480)) {
                for (String other : COMPARED) {
                    assertThat(error(metric, true, minutes, "profile"))
                            .as("%s %s %s", metric, minutes, other)
                            .isLessThan(error(metric, true, minutes, other));
                }
            }
        }
    }

    @Test
    void soItIsWhenTheWholeWatchWasAway() {
        for (int minutes : List.of(30, 120, 480)) {
            for (String other : COMPARED) {
                assertThat(error("heart_rate", false, minutes, "profile"))
                        .as("%s %s", minutes, other)
                        .isLessThan(error("heart_rate", false, minutes, other));
            }
        }
    }

    @Test
    void totalsOfStepsAreTrueWithinAStepAMinute() {
        for (int minutes : List.of(30, 120, 480)) {
            assertThat(score("steps", true, minutes, "profile-total").bias()).isBetween(-1.5, 1.5);
        }
    }

    @Test
    void totalsOfStepsAreCloserToTheTruthThanThoseOfTheUsualMethods() {
        for (boolean companions : new boolean[] {true, false}) {
            for (int minutes : List.of(30, 120, 480)) {
                for (String other : COMPARED) {
                    assertThat(score("steps", companions, minutes, "profile-total")
                                    .meanErrorOfSpan())
                            .as("%s %s %s", companions, minutes, other)
                            .isLessThan(
                                    score("steps", companions, minutes, other).meanErrorOfSpan());
                }
            }
        }
    }

    @Test
    void intervalsOfHeartRateHoldAboutFourFifths() {
        for (int minutes : SelfTest.LENGTHS) {
            assertThat(score("heart_rate", true, minutes, "profile").coverage()).isBetween(0.7, 0.9);
        }
    }

    private static double error(String metric, boolean companions, int minutes, String method) {
        return score(metric, companions, minutes, method).meanAbsoluteError();
    }

    private static Score score(String metric, boolean companions, int minutes, String method) {
        Score score = scores.getOrDefault(new Cell(metric, companions, minutes, State.ANY, method), new Score());
        assertThat(score.answered()).isGreaterThan(0);
        return score;
    }
}
