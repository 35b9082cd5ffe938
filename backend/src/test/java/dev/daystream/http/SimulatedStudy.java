package dev.daystream.http;

import static dev.daystream.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.ingest.DayEnding;
import dev.daystream.ingest.IngestFixture;
import dev.daystream.ingest.SettableClock;
import dev.daystream.lake.Lake;
import dev.daystream.metrics.Catalog;
import dev.daystream.model.Trigger;
import dev.daystream.simulator.SimulatorConfig;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Everything between a simulated wrist and an answer of the API: simulator with its switches, ingest, database, API, and the truth. */
final class SimulatedStudy implements AutoCloseable {
    private static final Duration LATE = Duration.ofDays(6);

    /** The time of the simulator. */
    private final SettableClock now = new SettableClock("2026-04-20T12:00:00Z");

    final IngestFixture fixture;
    final ApiServer api;

    SimulatedStudy(Map<String, String> environment) {
        this(SimulatorConfig.forTests(), environment);
    }

    SimulatedStudy(SimulatorConfig simulator, Map<String, String> environment) {
        Clock clock = Clock.systemUTC();
        fixture = new IngestFixture(simulator.withClock(now), environment, clock, IngestFixture.SHORT).begun();
        api = new ApiServer(fixture.server, null);
    }

    /** Has a day synced late: not before {@link #syncs} is called. */
    void late(int person, LocalDate date, String more) {
        Instant midnight = date.atStartOfDay(ZoneOffset.UTC).toInstant();
        on(
                "late",
                person,
                date,
                "'hours':"
                        + Duration.between(midnight, now.instant()).plus(LATE).toHours() + more);
    }

    /** Lets so much time pass that everything has been synced. */
    void syncs() {
        now.advance(LATE.multipliedBy(2));
    }

    /** Turns a switch on; {@code more} are its other fields. */
    void on(String kind, int person, LocalDate from, String more) {
        String fields = more.isEmpty() ? "" : "," + more.replace('\'', '"');
        fixture.simulator(
                "POST",
                "/simulator/switches",
                "{\"kind\":\"" + kind + "\",\"person\":" + person + ",\"from\":\"" + from + "\"" + fields + "}");
    }

    void off() {
        fixture.simulator("DELETE", "/simulator/switches", "");
    }

    DayEnding take(int person, LocalDate date) {
        return await(fixture.fetching.days().take(fixture.participant(person), date, Trigger.MANUAL));
    }

    Truth truth(int person, LocalDate date) {
        return new Truth(fixture.simulatorTells("/simulator/truth?person=" + person + "&from=" + date)
                .getJsonArray("days")
                .getJsonObject(0));
    }

    /** A stretch of time with a word about it. */
    record Told(Instant from, Instant to, String word) {
        static Told of(JsonObject json) {
            return new Told(Instant.parse(json.getString("from")), Instant.parse(json.getString("to")), "");
        }

        boolean covers(Instant start, Instant end) {
            return !start.isBefore(from) && !end.isAfter(to);
        }

        boolean overlaps(Instant start, Instant end) {
            return start.isBefore(to) && end.isAfter(from);
        }
    }

    /** What really was on a day. */
    record Truth(JsonObject json) {
        Instant from() {
            return Instant.parse(json.getString("from"));
        }

        Instant to() {
            return Instant.parse(json.getString("to"));
        }

        long minutes() {
            return Duration.between(from(), to()).toMinutes();
        }

        List<Told> worn() {
            return json.getJsonArray("worn").stream()
                    .map(span -> Told.of((JsonObject) span))
                    .toList();
        }

        double wornMinutes() {
            return worn().stream()
                            .mapToLong(span ->
                                    Duration.between(span.from(), span.to()).toSeconds())
                            .sum()
                    / 60.0;
        }

        long steps() {
            return json.getJsonArray("steps").stream()
                    .mapToLong(count -> ((Number) count).longValue())
                    .sum();
        }
    }

    /** Returns the reasons for what a metric lacks on a day, in order of time. */
    List<Told> reasons(int person, LocalDate date, String metric, String resolution) {
        List<Told> told = new ArrayList<>();
        var found = api.ok("/participants/" + person + "/series?metrics=" + metric + "&date=" + date + "&resolution="
                        + resolution)
                .getJsonArray("series");
        assertThat(found).hasSize(1);
        JsonObject series = found.getJsonObject(0);
        long t0 = series.getLong("t0");
        series.getJsonObject("coverage").getJsonArray("reasons").forEach(one -> {
            JsonObject gap = (JsonObject) one;
            told.add(new Told(
                    Instant.ofEpochMilli(t0 + gap.getLong("from")),
                    Instant.ofEpochMilli(t0 + gap.getLong("to")),
                    gap.getString("reason")));
        });
        return told;
    }

    /** Returns a day as the API tells it. */
    JsonObject day(int person, LocalDate date) {
        return api.ok("/participants/" + person + "/days?from=" + date + "&to=" + date)
                .getJsonArray("days")
                .getJsonObject(0);
    }

    /** Returns why a figure of a day lacks data; null if it does not. */
    String reason(int person, LocalDate date, String metric) {
        return day(person, date).getJsonObject("coverage").getJsonObject(metric).getString("reason");
    }

    /** Returns the samples of a day by metric: their number, and a sum over times and values. */
    Map<String, String> samples(int person, Truth truth) {
        Map<String, String> samples = new TreeMap<>();
        fixture.rows("SELECT m.key, count(*), md5(string_agg(s.ts || ' ' || s.value, ',' ORDER BY s.ts, s.value))"
                        + " FROM sample s JOIN series r ON r.id = s.series_id JOIN metric m ON m.id = r.metric_id"
                        + " WHERE r.participant_id = " + person + " AND s.ts >= '" + truth.from() + "' AND s.ts < '"
                        + truth.to() + "' GROUP BY 1")
                .forEach(row -> samples.put(row.get(0), row.get(1) + " " + row.get(2)));
        return samples;
    }

    /** Returns a column of the newest run of a data type of a day. */
    String run(int person, LocalDate date, String dataType, String column) {
        return fixture.text("SELECT " + column + " FROM ingest_run WHERE participant_id = " + person
                + " AND local_date = '" + date + "' AND data_type = '" + dataType + "' ORDER BY id DESC LIMIT 1");
    }

    byte[] sent(int person, LocalDate date, String dataType) {
        return fixture.payload(
                person, Catalog.bundled().payload("fitbit", dataType).pathFor(date.toString()));
    }

    byte[] kept(String place) {
        try {
            return new Lake(fixture.settings.lakeDirectory()).read(place);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        assertThat(fixture.findings()).isEmpty();
        api.close();
        fixture.close();
    }
}
