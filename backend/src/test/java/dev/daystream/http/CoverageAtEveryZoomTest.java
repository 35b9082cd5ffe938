package dev.daystream.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.config.DatabaseSettings;
import dev.daystream.http.ZoomSeed.Count;
import dev.daystream.http.ZoomSeed.Sampled;
import dev.daystream.store.Seed;
import dev.daystream.store.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A range has the same coverage at every resolution, and it is that of a count by hand: random series, holes, zones and ranges, new ones
 * with each run. {@code -Ddaystream.seed=N} repeats one.
 */
class CoverageAtEveryZoomTest {
    private static final int PARTICIPANTS = 3;
    private static final int RANGES = 5;
    private static final DatabaseSettings SETTINGS = TestDatabase.create();
    private static final Seed SEED = new Seed(SETTINGS);
    private static final ApiServer SERVER = new ApiServer(SETTINGS, null);

    @AfterAll
    static void close() {
        SEED.close();
        SERVER.close();
    }

    static LongStream seeds() {
        Long fixed = Long.getLong("daystream.seed");
        return fixed != null ? LongStream.of(fixed) : new Random().longs(PARTICIPANTS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void coverageIsTheSameAndTrue(long seed) {
        Random random = new Random(seed);
        boolean heart = random.nextInt(4) > 0;
        ZoomSeed planted = new ZoomSeed(SEED, random, heart, random.nextBoolean() ? "fitbit" : "fitabase");
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < RANGES; i++) {
            long start = planted.between(planted.from, planted.to - ZoomSeed.HOUR);
            long longest = random.nextInt(3) == 0 ? ZoomSeed.HOUR : planted.to - start;
            long end = start + planted.between(1_000, longest);
            for (Sampled series : planted.series) {
                check(planted, series, start, end, wrong);
            }
        }
        assertThat(wrong).as("seed %d, %s", seed, planted.zone).isEmpty();
    }

    private static void check(ZoomSeed planted, Sampled series, long start, long end, List<String> wrong) {
        Count right = planted.count(series, start, end);
        boolean unknown = !series.limited() && List.of("steps", "calories").contains(series.metric());
        Map<String, String> told = new LinkedHashMap<>();
        for (String resolution : List.of("raw", "1m", "1h", "1d")) {
            var found = SERVER.ok("/participants/" + planted.participant + "/series?limit=200000&metrics="
                            + series.metric() + "&from=" + Instant.ofEpochMilli(start) + "&to="
                            + Instant.ofEpochMilli(end) + "&resolution=" + resolution)
                    .getJsonArray("series");
            told.put(resolution, found.isEmpty() ? "nothing" : told(found.getJsonObject(0)));
        }
        String truth = text(
                right.present(),
                right.expected(),
                (unknown && right.present() > 0) || right.expected() == 0
                        ? null
                        : (Double) Math.min(1, (double) right.present() / right.expected()));
        if (!told.values().stream().allMatch(truth::equals)) {
            wrong.add(series.metric() + " " + Instant.ofEpochMilli(start) + " to " + Instant.ofEpochMilli(end) + ": "
                    + told + ", right: " + truth);
        }
    }

    private static String told(JsonObject series) {
        JsonObject coverage = series.getJsonObject("coverage", new JsonObject());
        return text(coverage.getValue("totalPresent"), coverage.getValue("total"), coverage.getDouble("share"));
    }

    /** Without expectation nothing needs to be there. */
    private static String text(@Nullable Object present, @Nullable Object expected, @Nullable Double share) {
        boolean none = expected instanceof Number number && number.longValue() == 0;
        return (none ? "-" : present) + " of " + expected + (share == null ? "" : " = %.4f".formatted(share));
    }
}
