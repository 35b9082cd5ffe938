package dev.daystream.impute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.metrics.Catalog;
import dev.daystream.model.ZoneHistory;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds for all methods, whatever the data. */
class ImputersProperties {
    private static final long FIRST = 24_000_000;
    private static final int MINUTES = 7 * 1_440;

    @Property(tries = 12)
    void estimatesAreCredibleAndLieWithinTheirIntervals(
            @ForAll long seed, @ForAll boolean heart, @ForAll boolean companion) {
        Material material = material(seed, heart, companion);
        for (Imputer method : Imputers.all()) {
            for (Estimate estimate : method.fill(material, gaps())) {
                for (int i = 0; i < estimate.values().length; i++) {
                    double value = estimate.values()[i];
                    assertThat(value)
                            .as(method.key())
                            .isBetween(
                                    material.metric().lowest(),
                                    material.metric().highest(60));
                    assertThat(estimate.lower()[i]).as(method.key()).isLessThanOrEqualTo(value);
                    assertThat(estimate.upper()[i]).as(method.key()).isGreaterThanOrEqualTo(value);
                    assertThat(estimate.lower()[i])
                            .isGreaterThanOrEqualTo(material.metric().lowest());
                    assertThat(estimate.upper()[i])
                            .isLessThanOrEqualTo(material.metric().highest(60));
                }
            }
        }
    }

    @Property(tries = 6)
    void theSameIsSaidAgainAndInWhateverOrderGapsAreNamed(@ForAll long seed, @ForAll boolean heart) {
        Material material = material(seed, heart, true);
        List<Gap> reversed = new ArrayList<>(gaps());
        Collections.reverse(reversed);
        for (Imputer method : Imputers.all()) {
            List<Estimate> once = method.fill(material, gaps());
            List<Estimate> again = method.fill(material(seed, heart, true), reversed);
            for (int i = 0; i < once.size(); i++) {
                Estimate same = again.get(once.size() - 1 - i);
                assertThat(same.gap()).isEqualTo(once.get(i).gap());
                assertThat(same.values()).as(method.key()).isEqualTo(once.get(i).values());
                assertThat(same.lower()).isEqualTo(once.get(i).lower());
                assertThat(same.upper()).isEqualTo(once.get(i).upper());
            }
        }
    }

    @Property(tries = 6)
    void tooLittleToGoByIsNoGround(@ForAll long seed) {
        Material week = material(seed, true, false);
        double[] little = new double[MINUTES];
        Arrays.fill(little, Double.NaN);
        System.arraycopy(week.values().values(), 0, little, 0, 50);
        Material poor =
                new Material(week.metric(), week.zones(), new MinuteGrid(FIRST, little), Map.of(), week.asleep());
        for (Estimate estimate : Imputers.standard(poor.metric()).fill(poor, gaps())) {
            assertThat(estimate.values()).containsOnly(Double.NaN);
        }
    }

    private static List<Gap> gaps() {
        return List.of(
                new Gap(FIRST + 3 * 1_440, 5),
                new Gap(FIRST + 3 * 1_440 + 400, 30),
                new Gap(FIRST + 4 * 1_440 + 600, 120),
                new Gap(FIRST + 5 * 1_440 + 100, 480));
    }

    /** A week of a heart that rises by day and with steps, all of it by chance. */
    private static Material material(long seed, boolean heart, boolean companion) {
        Random random = new Random(seed);
        double[] pulse = new double[MINUTES];
        double[] steps = new double[MINUTES];
        double[] asleep = new double[MINUTES];
        double stray = 0;
        boolean walking = false;
        for (int i = 0; i < MINUTES; i++) {
            boolean day = i % 1_440 > 420;
            walking = day && (random.nextInt(20) == 0) != walking;
            stray = 0.95 * stray + random.nextGaussian() * 2;
            steps[i] = walking ? random.nextInt(140) : 0;
            pulse[i] = Math.max(35, Math.min(200, 55 + (day ? 12 : 0) + steps[i] / 4 + stray));
            asleep[i] = day ? 0 : 1;
        }
        double[] values = heart ? pulse : steps;
        for (Gap gap : gaps()) {
            int from = (int) (gap.firstMinute() - FIRST);
            Arrays.fill(values, from, from + gap.minutes(), Double.NaN);
        }
        Map<String, MinuteGrid> companions = companion
                ? Map.of(heart ? "steps" : "heart_rate", new MinuteGrid(FIRST, heart ? steps : pulse))
                : Map.of();
        return new Material(
                Catalog.bundled().get(heart ? "heart_rate" : "steps"),
                ZoneHistory.of(ZoneId.of("Asia/Kolkata")),
                new MinuteGrid(FIRST, values),
                companions,
                new MinuteGrid(FIRST, asleep));
    }
}
