package dev.daystream.impute.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.impute.Estimate;
import dev.daystream.impute.Gap;
import dev.daystream.impute.Imputer;
import dev.daystream.impute.Material;
import dev.daystream.impute.MinuteGrid;
import dev.daystream.simulator.world.World;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SelfTestTest {
    private static final World WORLD = SimulatedMaterials.world(3, 1);
    private static final Material HEART = Objects.requireNonNull(
            SimulatedMaterials.of(WORLD, WORLD.people().get(0)).get("heart_rate"));

    /** Says always the same, and remembers what it was shown. */
    private static final class Constant implements Imputer {
        private final List<Material> seen = new ArrayList<>();
        private final List<Gap> asked = new ArrayList<>();

        @Override
        public String key() {
            return "constant";
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public List<Estimate> fill(Material material, List<Gap> gaps) {
            gaps.forEach(gap -> seen.add(material));
            asked.addAll(gaps);
            return gaps.stream()
                    .map(gap -> new Estimate(gap, of(gap, 70), of(gap, 60), of(gap, 80)))
                    .toList();
        }

        private static double[] of(Gap gap, double value) {
            double[] values = new double[gap.minutes()];
            Arrays.fill(values, value);
            return values;
        }
    }

    @Test
    void whatIsAskedForIsHidden() {
        Constant constant = new Constant();
        new SelfTest(List.of(constant), 1).take(HEART, 1);
        assertThat(constant.asked).isNotEmpty();
        for (int i = 0; i < constant.asked.size(); i++) {
            Gap gap = constant.asked.get(i);
            MinuteGrid left = constant.seen.get(i).values();
            for (long minute = gap.firstMinute(); minute < gap.end(); minute++) {
                assertThat(left.at(minute)).isNaN();
            }
            assertThat(left.at(gap.firstMinute() - 1)).isNotNaN();
            assertThat(left.at(gap.end())).isNotNaN();
        }
        assertThat(constant.seen).anyMatch(material -> lacksSteps(material));
        assertThat(constant.seen).anyMatch(material -> !lacksSteps(material));
    }

    private static boolean lacksSteps(Material material) {
        MinuteGrid steps = material.companions().get("steps");
        return steps == null || Arrays.stream(steps.values()).anyMatch(Double::isNaN);
    }

    @Test
    void theSameSeedHidesTheSame() {
        assertThat(asked(1)).isEqualTo(asked(1)).isNotEqualTo(asked(2));
    }

    private static List<Gap> asked(long seed) {
        Constant constant = new Constant();
        new SelfTest(List.of(constant), seed).take(HEART, 1);
        return constant.asked;
    }

    @Test
    void scoresAreWhatTheyAreCalled() {
        Score score = new Score();
        Gap gap = new Gap(0, 4);
        score.add(
                new Estimate(
                        gap, new double[] {70, 70, 70, 70}, new double[] {60, 60, 60, 60}, new double[] {80, 80, 80, 80
                        }),
                new double[] {68, 90, 71, Double.NaN});
        assertThat(score.minutes()).isEqualTo(3);
        assertThat(score.meanAbsoluteError()).isEqualTo((2 + 20 + 1) / 3.0);
        assertThat(score.bias()).isEqualTo((2 - 20 - 1) / 3.0);
        assertThat(score.meanErrorOfSpan()).isEqualTo(19 / 3.0);
        assertThat(score.coverage()).isEqualTo(2 / 3.0);
    }
}
