package dev.daystream.simulator;

import io.vertx.core.json.JsonArray;
import java.time.Clock;

/**
 * Everything that can be set.
 *
 * @param host address to bind
 * @param port port to bind; 0 for a free one
 * @param seed what all people and days depend on
 * @param participants number of people, 1 and up
 * @param heartRateEvery seconds between heart-rate samples of a watch that never comes off; 0 for irregular ones
 * @param quota requests per person and hour; 0 for any number
 * @param tokenLifetime seconds that an access token lives
 * @param variants whether containers vary between those seen in the wild
 * @param clientId OAuth client
 * @param clientSecret its secret
 * @param clock what time it is
 * @param switches what goes wrong from the beginning: JSON as {@code POST /simulator/switches} takes it
 */
public record SimulatorConfig(
        String host,
        int port,
        long seed,
        int participants,
        int heartRateEvery,
        int quota,
        long tokenLifetime,
        boolean variants,
        String clientId,
        String clientSecret,
        Clock clock,
        JsonArray switches) {

    public SimulatorConfig {
        require(port >= 0 && port <= 65_535, "port must be 0 to 65535, not " + port);
        require(participants >= 1 && participants <= 100_000, "participants must be 1 to 100000, not " + participants);
        require(heartRateEvery >= 0 && heartRateEvery <= 3_600, "hr-every must be irregular or 1s to 3600s");
        require(quota >= 0, "quota must not be negative");
        require(tokenLifetime >= 1, "token-lifetime must be at least a second");
    }

    /** Returns a simulator of three people on a free port of this machine, without a quota. */
    public static SimulatorConfig forTests() {
        return new SimulatorConfig(
                "127.0.0.1",
                0,
                42,
                3,
                0,
                0,
                28_800,
                false,
                "daystream",
                "daystream-demo",
                Clock.systemUTC(),
                new JsonArray());
    }

    /** Returns the same with another seed and number of people. */
    public SimulatorConfig withPeople(long otherSeed, int count) {
        return new SimulatorConfig(
                host,
                port,
                otherSeed,
                count,
                heartRateEvery,
                quota,
                tokenLifetime,
                variants,
                clientId,
                clientSecret,
                clock,
                switches);
    }

    /** Returns the same with another spacing of the heart rate. */
    public SimulatorConfig withHeartRateEvery(int seconds) {
        return new SimulatorConfig(
                host,
                port,
                seed,
                participants,
                seconds,
                quota,
                tokenLifetime,
                variants,
                clientId,
                clientSecret,
                clock,
                switches);
    }

    /** Returns the same with another quota. */
    public SimulatorConfig withQuota(int requestsPerHour) {
        return new SimulatorConfig(
                host,
                port,
                seed,
                participants,
                heartRateEvery,
                requestsPerHour,
                tokenLifetime,
                variants,
                clientId,
                clientSecret,
                clock,
                switches);
    }

    /** Returns the same with another lifetime of access tokens, in seconds. */
    public SimulatorConfig withTokenLifetime(long seconds) {
        return new SimulatorConfig(
                host,
                port,
                seed,
                participants,
                heartRateEvery,
                quota,
                seconds,
                variants,
                clientId,
                clientSecret,
                clock,
                switches);
    }

    /** Returns the same with containers that vary, or do not. */
    public SimulatorConfig withVariants(boolean varied) {
        return new SimulatorConfig(
                host,
                port,
                seed,
                participants,
                heartRateEvery,
                quota,
                tokenLifetime,
                varied,
                clientId,
                clientSecret,
                clock,
                switches);
    }

    /** Returns the same at another time. */
    public SimulatorConfig withClock(Clock other) {
        return new SimulatorConfig(
                host,
                port,
                seed,
                participants,
                heartRateEvery,
                quota,
                tokenLifetime,
                variants,
                clientId,
                clientSecret,
                other,
                switches);
    }

    /** Returns the same with other things that go wrong from the beginning. */
    public SimulatorConfig withSwitches(JsonArray wrongs) {
        return new SimulatorConfig(
                host,
                port,
                seed,
                participants,
                heartRateEvery,
                quota,
                tokenLifetime,
                variants,
                clientId,
                clientSecret,
                clock,
                wrongs);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
