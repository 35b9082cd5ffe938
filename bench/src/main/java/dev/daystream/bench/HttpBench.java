package dev.daystream.bench;

import dev.daystream.http.HttpApi;
import dev.daystream.http.HttpSettings;
import dev.daystream.http.Readiness;
import dev.daystream.model.Participant;
import dev.daystream.model.TimeRange;
import dev.daystream.query.Queries;
import dev.daystream.store.Announcements;
import dev.daystream.store.SeriesReader;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

/** How much HTTP and JSON add to the SQL that answers a request. */
final class HttpBench {
    /** The first thousand requests are answered by code that is still being compiled. */
    private static final int WARM_UP = 1_500;

    private static final int ROUNDS = 400;

    private final Bench bench;
    private final Report report;

    HttpBench(Bench bench, Report report) {
        this.bench = bench;
        this.report = report;
    }

    /** A day by HTTP ÷ the same SQL as a prepared statement through the same pool. */
    void run(Participant participant, int series, LocalDate date) {
        SeriesReader reader = new SeriesReader(bench.wiring().database());
        TimeRange day = participant.zones().day(date);
        var stretch = new SeriesReader.Stretch(0, series, day.startMillis(), day.endMillis());
        String query = "&date=" + date + "&resolution=";
        Sides minutes =
                sides(WARM_UP, ROUNDS, participant, query + "1m", () -> pieces(SeriesReader.Level.MINUTE, stretch));
        report.atMost("a one-minute day by HTTP ÷ the same SQL", ratio(minutes), 2, words(minutes));
        Sides raw = sides(
                WARM_UP / 15,
                ROUNDS / 8,
                participant,
                query + "raw",
                () -> Bench.await(reader.samples(List.of(stretch), 100_000)));
        report.note("a raw day of 86,400 by HTTP ÷ the same SQL", ratio(raw), words(raw));
    }

    /** A year of daily values by HTTP ÷ the same SQL. */
    void year(Participant participant, int series, LocalDate date) {
        var stretch = new SeriesReader.Stretch(
                0,
                series,
                participant.zones().day(date).startMillis(),
                participant.zones().day(date.plusYears(1)).startMillis());
        Sides days = sides(
                WARM_UP / 5,
                ROUNDS / 2,
                participant,
                "&from=" + date + "&to=" + date.plusYears(1).minusDays(1) + "&resolution=1d",
                () -> pieces(SeriesReader.Level.DAY, stretch));
        report.note("a year of daily values by HTTP ÷ the same SQL", ratio(days), words(days));
    }

    /** Everyone on the study desk, and everyone without what says who needs attention. */
    Sides lists(int warmUp, int rounds, int participants) {
        return served(port -> {
            HttpClient client = bench.vertx().createHttpClient();
            Sides sides = Sides.takeTurns(
                    warmUp,
                    rounds,
                    round -> get(client, port, "/api/v1/study?limit=" + participants),
                    round -> get(client, port, "/api/v1/participants?limit=" + participants));
            Bench.await(client.close());
            return sides;
        });
    }

    private void pieces(SeriesReader.Level level, SeriesReader.Stretch stretch) {
        Bench.await(new SeriesReader(bench.wiring().database())
                .pieces(List.of(new SeriesReader.Piece(level, stretch)), (slot, rows) -> {}));
    }

    private Sides sides(int warmUp, int rounds, Participant participant, String query, Runnable sql) {
        String path = "/api/v1/participants/" + participant.id() + "/series?metrics=heart_rate" + query;
        return served(port -> sides(warmUp, rounds, port, path, sql));
    }

    /** Asks a server that is there only for this. */
    private Sides served(IntFunction<Sides> ask) {
        Announcements announcements =
                Bench.await(Announcements.listen(bench.vertx(), bench.wiring().database()));
        Queries queries = Queries.of(
                bench.wiring().database(), announcements, bench.wiring().catalog(), Clock.systemUTC());
        HttpSettings settings = new HttpSettings(0, "127.0.0.1", Set.of(), null, "bench", 120, Instant.now());
        HttpApi api = Bench.await(HttpApi.start(
                bench.vertx(),
                settings,
                queries,
                bench.wiring().catalog(),
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                new Readiness()));
        Sides sides = ask.apply(api.port());
        Bench.await(api.close());
        Bench.await(announcements.close());
        return sides;
    }

    private Sides sides(int warmUp, int rounds, int port, String path, Runnable sql) {
        HttpClient client = bench.vertx().createHttpClient();
        Sides sides = Sides.takeTurns(warmUp, rounds, round -> get(client, port, path), round -> sql.run());
        Bench.await(client.close());
        return sides;
    }

    private static void get(HttpClient client, int port, String path) {
        Bench.await(client.request(HttpMethod.GET, port, "127.0.0.1", path)
                .compose(HttpClientRequest::send)
                .compose(answer -> answer.statusCode() == 200
                        ? answer.body()
                        : Future.failedFuture("The server answered " + answer.statusCode())));
    }

    private static double ratio(Sides sides) {
        return sides.firstMedian() / sides.secondMedian();
    }

    private static String words(Sides sides) {
        return "%.2f ms by HTTP, %.2f ms SQL".formatted(sides.firstMedian(), sides.secondMedian());
    }
}
