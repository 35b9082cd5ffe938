package dev.daystream.ingest;

import static dev.daystream.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daystream.metrics.Catalog;
import dev.daystream.model.Enrolment;
import dev.daystream.store.DayFixture;
import dev.daystream.store.EveryEngine;
import dev.daystream.store.ImputationRuns;
import dev.daystream.store.ParticipantStore;
import dev.daystream.store.Retention;
import io.vertx.core.WorkerExecutor;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

/** Gaps filled on a real database; each test has a participant of its own. */
@EveryEngine
class ImputationTest {
    private static final LocalDate DAY = LocalDate.parse("2026-03-10");
    private static DayFixture fixture;
    private static WorkerExecutor workers;
    private static Imputation imputation;

    @BeforeParameterizedClassInvocation
    static void open() {
        fixture = new DayFixture("UTC");
        workers = fixture.vertx.createSharedWorkerExecutor("impute", 2);
        imputation = new Imputation(fixture.vertx, fixture.database, Catalog.bundled(), workers);
    }

    @AfterParameterizedClassInvocation
    static void close() {
        await(workers.close());
        fixture.close();
    }

    static ImputationRequest request(GappyDays days, String... metrics) {
        return new ImputationRequest(
                List.of(days.participant.id()), List.of(metrics), null, null, "linear", false, "cli");
    }

    private static ImputationProgress impute(GappyDays days, String... metrics) {
        return await(imputation.run(request(days, metrics), progress -> {}, new Cancellation()));
    }

    /** All that is imputed of somebody, by minute of UTC. */
    private static List<String> imputed(GappyDays days, String metric) {
        return fixture.texts("""
                SELECT to_char(i.ts AT TIME ZONE 'UTC', 'MM-DD HH24:MI') || ' ' || round(i.value::numeric, 2)
                  FROM imputed i JOIN series s ON s.id = i.series_id JOIN metric m ON m.id = s.metric_id
                 WHERE s.participant_id = %d AND m.key = '%s' ORDER BY i.ts
                """.formatted(days.participant.id(), metric));
    }

    /** Rows as they lie in the table: whoever writes one again changes it. */
    private static List<String> rows(GappyDays days) {
        String mine =
                " WHERE series_id IN (SELECT id FROM series WHERE participant_id = " + days.participant.id() + ")";
        List<String> rows = new ArrayList<>(
                fixture.texts("SELECT xmin::text || ' ' || local_date || ' ' || series_id FROM imputation_day" + mine
                        + " ORDER BY 1"));
        rows.addAll(fixture.texts(
                "SELECT ts || ' ' || series_id || ' ' || run || ' ' || value FROM imputed" + mine + " ORDER BY 1"));
        return rows;
    }

    private static String samples() {
        return fixture.texts(
                        "SELECT count(*) || ' ' || sum(value::float8) || ' ' || sum(extract(epoch FROM ts)) FROM sample")
                .get(0);
    }

    private static @Nullable Long withdrawn(GappyDays days) {
        return fixture.number("SELECT coalesce(sum(withdrawn), 0)::bigint FROM redelivery WHERE participant_id = "
                + days.participant.id());
    }

    private static int series(GappyDays days, String metric) {
        return (int)
                fixture.number("SELECT s.id::bigint FROM series s JOIN metric m ON m.id = s.metric_id WHERE m.key = '"
                        + metric + "' AND participant_id = " + days.participant.id());
    }

    /** Brings all imputed values to the columnstore, where the engine has one. */
    private static void toTheColumnstore() {
        if (fixture.number("SELECT count(*) FROM pg_class WHERE relname = 'rollup_dirty'") > 0) {
            assertThat(fixture.texts("SELECT compress_chunk(c, true)::text FROM show_chunks('imputed') AS c"))
                    .isNotEmpty();
        }
    }

    @Test
    void shortGapsAreFilledAndTheSamplesStayAsTheyAre() {
        GappyDays days = new GappyDays(fixture, "Europe/Berlin");
        days.deliver(DAY, "a", days.gap(DAY, 600, 3), days.gap(DAY, 700, 31));
        String before = samples();
        ImputationProgress done = impute(days);
        assertThat(imputed(days, "heart_rate"))
                .containsExactly("03-10 09:00 120.00", "03-10 09:01 120.10", "03-10 09:02 120.20");
        assertThat(imputed(days, "steps")).hasSize(3);
        assertThat(done.counts().gaps()).isEqualTo(2);
        assertThat(done.counts().minutes()).isEqualTo(6);
        assertThat(done.counts().daysMade()).isEqualTo(2);
        // 31 minutes without heart rate are time not worn.
        assertThat(done.counts().refused()).isEqualTo(Map.of("not-worn", 2L));
        assertThat(samples()).isEqualTo(before);
        assertThat(fixture.number("SELECT count(*) FROM imputed i JOIN sample s ON s.series_id = i.series_id"
                        + " AND s.ts >= i.ts AND s.ts < i.ts + interval '1 minute'"))
                .isZero();
        assertThat(fixture.number("SELECT count(*) FROM imputed WHERE NOT lower <= value OR NOT value <= upper"))
                .isZero();
    }

    @Test
    void aSecondRunWritesNothing() {
        GappyDays days = new GappyDays(fixture, "UTC");
        days.deliver(DAY, "a", days.gap(DAY, 600, 3), days.gap(DAY, 1_435, 5));
        days.deliver(DAY.plusDays(1), "a", days.gap(DAY.plusDays(1), 0, 5), days.gap(DAY.plusDays(1), 6, 5));
        impute(days);
        List<String> before = rows(days);
        assertThat(before).hasSize(4 + 2 * 18);
        ImputationProgress again = impute(days);
        assertThat(again.counts().daysMade()).isZero();
        assertThat(again.counts().daysKept()).isEqualTo(4);
        assertThat(rows(days)).isEqualTo(before);
    }

    @Test
    void aGapAcrossMidnightIsFilledOnceTheNextDayIsThere() {
        GappyDays days = new GappyDays(fixture, "Asia/Kolkata");
        LocalDate next = DAY.plusDays(1);
        days.deliver(DAY, "a", days.gap(DAY, 1_436, 4));
        assertThat(impute(days).counts().minutes()).isZero();
        days.deliver(next, "a", days.gap(next, 0, 2));
        impute(days);
        assertThat(imputed(days, "steps")).hasSize(6).first().asString().startsWith("03-10 18:26");
        List<String> before = rows(days);
        impute(days);
        assertThat(rows(days)).isEqualTo(before);
    }

    @Test
    void holesOfASlowSensorAndOfNightsAreFilledInSleepAlone() {
        GappyDays days = new GappyDays(fixture, "UTC");
        days.deliver(DAY, "a");
        days.deliver("hrv_rmssd", DAY, 300, "a", days.gap(DAY, 60, 15), days.gap(DAY, 120, 20), days.gap(DAY, 600, 5));
        days.deliver("spo2", DAY, 60, "a", days.gap(DAY, 60, 10), days.gap(DAY, 120, 11));
        days.sleep(DAY, "a", days.gap(DAY, 30, 400));
        ImputationProgress done = impute(days, "hrv_rmssd", "spo2");
        assertThat(imputed(days, "hrv_rmssd"))
                .containsExactly("03-10 01:00 66.00", "03-10 01:05 66.50", "03-10 01:10 67.00");
        assertThat(imputed(days, "spo2")).hasSize(10);
        assertThat(done.counts().refused()).containsEntry("too-long", 2L).containsEntry("sleep-only", 1L);
    }

    @Test
    void nothingIsFilledOutsideOfTheEnrolmentOrInADayThatStillRuns() {
        GappyDays days = new GappyDays(fixture, "UTC");
        for (int i = 0; i < 3; i++) {
            LocalDate date = DAY.plusDays(i);
            days.deliver("heart_rate", date, 60, "a", days.gap(date, 600, 3), days.gap(date, 1_430, 10));
        }
        await(new ParticipantStore(fixture.database)
                .enrol(days.participant.id(), new Enrolment(DAY.plusDays(1), DAY.plusDays(3))));
        days.deliveredAt(DAY.plusDays(2), "2026-03-12T23:50:00Z");
        ImputationProgress done = impute(days);
        assertThat(imputed(days, "heart_rate")).hasSize(3 + 10 + 3);
        assertThat(done.counts().refused()).isEqualTo(Map.of("before-enrolment", 2L, "not-synced", 1L));
        await(new ParticipantStore(fixture.database).enrol(days.participant.id(), new Enrolment(DAY, DAY.plusDays(3))));
        impute(days);
        assertThat(imputed(days, "heart_rate")).hasSize(3 + 10 + 3 + 10 + 3);
    }

    @Test
    void aCorrectionWithdrawsWhatRestedOnTheDayAndSaysSo() {
        GappyDays days = new GappyDays(fixture, "UTC");
        for (int i = 0; i < 4; i++) {
            LocalDate date = DAY.plusDays(i);
            days.deliver(date, "a", days.gap(date, 0, 2), days.gap(date, 600, 3), days.gap(date, 1_437, 3));
        }
        impute(days);
        // Of each metric: the first gap has no sample before it, and the last none after it.
        assertThat(imputed(days, "steps")).hasSize(4 * 3 + 3 * 5);
        toTheColumnstore();
        LocalDate corrected = DAY.plusDays(1);
        days.deliver("heart_rate", corrected, 60, "b", days.gap(corrected, 300, 3));
        // The gaps across both midnights touch the day, and so do their days' other values.
        for (String metric : List.of("steps", "heart_rate")) {
            assertThat(imputed(days, metric)).hasSize(5 + 3 + 3).allMatch(minute -> minute.compareTo("03-12") > 0);
        }
        assertThat(withdrawn(days)).isEqualTo(2 * (12 + 15 - 11));
        impute(days);
        assertThat(imputed(days, "heart_rate")).contains("03-11 05:00 90.00").doesNotContain("03-11 10:00 120.00");
        // A correction of what no gap was filled from, and the same payload again, withdraw nothing.
        List<String> before = rows(days);
        days.deliver("heart_rate", corrected, 60, "b", days.gap(corrected, 300, 3));
        assertThat(rows(days)).isEqualTo(before);
        assertThat(imputed(days, "steps")).hasSize(27);
    }

    @Test
    void aCorrectedNightWithdrawsToo() {
        GappyDays days = new GappyDays(fixture, "UTC");
        days.deliver(DAY, "a");
        days.deliver("spo2", DAY, 60, "a", days.gap(DAY, 60, 5));
        days.sleep(DAY, "a", days.gap(DAY, 30, 400));
        impute(days);
        assertThat(imputed(days, "spo2")).hasSize(5);
        days.sleep(DAY, "b", days.gap(DAY, 100, 400));
        assertThat(imputed(days, "spo2")).isEmpty();
        assertThat(withdrawn(days)).isEqualTo(5);
        assertThat(impute(days).counts().refused()).containsEntry("sleep-only", 1L);
    }

    @Test
    void aDeliveryBetweenReadingAndWritingIsNoticed() {
        GappyDays days = new GappyDays(fixture, "UTC");
        for (int i = 0; i < 3; i++) {
            days.deliver(DAY.plusDays(i), "a", days.gap(DAY.plusDays(i), 600, 3));
        }
        // The computing lies between reading and writing; the payload that comes then fills the gap of the second day.
        WorkerExecutor interrupted = interrupted(() -> days.deliver(DAY.plusDays(1), "b"));
        ImputationProgress done = await(new Imputation(fixture.vertx, fixture.database, Catalog.bundled(), interrupted)
                .run(request(days, "steps"), progress -> {}, new Cancellation()));
        assertThat(done.counts().daysMade()).isEqualTo(3);
        assertThat(done.counts().daysSkipped()).isZero();
        assertThat(imputed(days, "steps")).hasSize(6).noneMatch(minute -> minute.startsWith("03-11"));
    }

    @Test
    void aDayThatChangesAgainAndAgainIsLeftToTheNextRun() {
        GappyDays days = new GappyDays(fixture, "UTC");
        days.deliver(DAY, "a", days.gap(DAY, 600, 3));
        days.deliver(DAY.plusDays(5), "a", days.gap(DAY.plusDays(5), 600, 3));
        AtomicInteger hash = new AtomicInteger();
        Imputation restless = new Imputation(
                fixture.vertx,
                fixture.database,
                Catalog.bundled(),
                interrupted(() -> days.deliver(
                        "heart_rate", DAY, 60, "h" + hash.incrementAndGet(), days.gap(DAY, 600, 3 + hash.get()))));
        ImputationProgress done = await(restless.run(request(days), progress -> {}, new Cancellation()));
        assertThat(done.counts().daysSkipped()).isEqualTo(2);
        assertThat(done.counts().daysMade()).isEqualTo(2);
        assertThat(impute(days).counts().daysMade()).isEqualTo(2);
        assertThat(imputed(days, "steps")).hasSize(6);
    }

    /** Workers before each of whose tasks something else happens. */
    private static WorkerExecutor interrupted(Runnable event) {
        return (WorkerExecutor) Proxy.newProxyInstance(
                ImputationTest.class.getClassLoader(),
                new Class<?>[] {WorkerExecutor.class},
                (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("executeBlocking");
                    return workers.executeBlocking(Executors.callable(event), false)
                            .compose(done -> workers.executeBlocking((Callable<?>) arguments[0], false));
                });
    }

    @Test
    void whatIsBrokenOffGoesOn() {
        GappyDays days = new GappyDays(fixture, "UTC");
        LocalDate first = LocalDate.parse("2026-01-05");
        for (int i = 0; i < 60; i += 4) {
            days.deliver(first.plusDays(i), "a", days.gap(first.plusDays(i), 600, 3));
        }
        Cancellation cancellation = new Cancellation();
        List<ImputationProgress> told = Collections.synchronizedList(new ArrayList<>());
        ImputationProgress stopped = await(imputation.run(
                request(days),
                progress -> {
                    told.add(progress);
                    cancellation.cancel();
                },
                cancellation));
        assertThat(told).hasSize(1);
        assertThat(stopped.cancelled()).isTrue();
        assertThat(stopped.counts().daysMade()).isPositive().isLessThan(30);
        assertThat(await(imputation.runs().find(stopped.runs().get(0)))
                        .orElseThrow()
                        .state())
                .isEqualTo("cancelled");
        List<String> before = rows(days);
        ImputationProgress rest = impute(days);
        assertThat(rest.counts().daysKept()).isEqualTo(stopped.counts().daysMade());
        assertThat(rest.counts().daysMade() + rest.counts().daysKept()).isEqualTo(30);
        assertThat(rest.daysDone()).isEqualTo(rest.days()).isEqualTo(57);
        assertThat(rows(days)).containsAll(before);
        assertThat(imputed(days, "steps")).hasSize(45);
    }

    @Test
    void undoTakesTheValuesOfOneRunAwayAndNoOthers() {
        GappyDays days = new GappyDays(fixture, "UTC");
        days.deliver(DAY, "a", days.gap(DAY, 600, 3));
        ImputationProgress one = impute(days);
        days.deliver(DAY.plusDays(2), "a", days.gap(DAY.plusDays(2), 600, 4));
        ImputationProgress two = impute(days);
        ImputationRuns.Run told =
                await(imputation.runs().find(one.runs().get(0))).orElseThrow();
        assertThat(told.inEffect()).isEqualTo(6);
        assertThat(told.parameters()).containsEntry("participants", List.of((int) days.participant.id()));
        toTheColumnstore();
        assertThat(await(imputation.undo(one.runs().get(0)))).isEqualTo(6);
        assertThat(imputed(days, "steps")).hasSize(4).allMatch(minute -> minute.startsWith("03-12"));
        ImputationRuns.Run undone =
                await(imputation.runs().find(one.runs().get(0))).orElseThrow();
        assertThat(undone.state()).isEqualTo("undone");
        assertThat(undone.removed()).isEqualTo(6);
        assertThat(undone.inEffect()).isZero();
        assertThatThrownBy(() -> await(imputation.undo(one.runs().get(0)))).hasMessageContaining("undone already");
        assertThatThrownBy(() -> await(imputation.undo(99_999))).hasMessageContaining("no imputation run 99999");
        assertThat(await(imputation.runs().list(Long.MAX_VALUE, 2)))
                .extracting(ImputationRuns.Run::id)
                .containsExactly(two.runs().get(0), one.runs().get(0));
    }

    @Test
    void aRunAtWorkIsNotUndone() {
        int run = await(imputation.runs().begin("linear", 1, Map.of(), "api"));
        assertThatThrownBy(() -> await(imputation.undo(run))).hasMessageContaining("still at work");
        fixture.run("UPDATE imputation_run SET updated_at = now() - interval '3 minutes' WHERE id = " + run);
        assertThat(await(imputation.runs().find(run)).orElseThrow().error()).isEqualTo("It was broken off");
        assertThat(await(imputation.undo(run))).isZero();
    }

    @Test
    void whereNoMethodIsNamedEachMetricHasItsOwnAndARunOfIt() {
        GappyDays days = new GappyDays(fixture, "UTC");
        days.deliver(DAY, "a", days.gap(DAY, 600, 3));
        ImputationProgress done = await(imputation.run(
                new ImputationRequest(List.of(days.participant.id()), List.of(), null, null, null, false, "cli"),
                progress -> {},
                new Cancellation()));
        assertThat(done.runs()).hasSize(2);
        assertThat(done.counts().minutes()).isEqualTo(6);
        assertThat(done.daysDone()).isEqualTo(done.days()).isEqualTo(1);
        assertThat(done.counts().participants()).isEqualTo(1);
        assertThat(done.runs())
                .map(run -> await(imputation.runs().find(run)).orElseThrow())
                .extracting(run -> run.method() + " " + run.state() + " " + run.inEffect() + " "
                        + run.counts().minutes())
                .containsExactly("profile done 3 3", "profile-total done 3 3");
        assertThat(fixture.texts("""
                SELECT m.key || ' ' || r.method FROM imputation_day d JOIN imputation_run r ON r.id = d.run JOIN series s ON s.id = d.series_id
                  JOIN metric m ON m.id = s.metric_id WHERE s.participant_id = %d ORDER BY 1
                """.formatted(days.participant.id())))
                .containsExactly("heart_rate profile", "steps profile-total");
    }

    @Test
    void aDryRunWritesNothing() {
        GappyDays days = new GappyDays(fixture, "UTC");
        days.deliver(DAY, "a", days.gap(DAY, 600, 3));
        long runs = fixture.number("SELECT count(*) FROM imputation_run");
        ImputationProgress done = await(imputation.run(
                new ImputationRequest(List.of(days.participant.id()), List.of(), DAY, DAY, null, true, "cli"),
                progress -> {},
                new Cancellation()));
        assertThat(done.counts().minutes()).isEqualTo(6);
        assertThat(done.runs()).isEmpty();
        assertThat(rows(days)).isEmpty();
        assertThat(fixture.number("SELECT count(*) FROM imputation_run")).isEqualTo(runs);
    }

    @Test
    void whatIsForgottenTakesItsImputedValuesAlong() {
        GappyDays days = new GappyDays(fixture, "UTC");
        days.deliver(DAY, "a", days.gap(DAY, 600, 3));
        days.deliver(DAY.plusDays(1), "a", days.gap(DAY.plusDays(1), 600, 3));
        impute(days);
        await(new Retention(fixture.database).forget("steps", Instant.parse("2026-03-11T05:00:00Z")));
        assertThat(imputed(days, "steps")).hasSize(3).allMatch(minute -> minute.startsWith("03-11"));
        assertThat(imputed(days, "heart_rate")).hasSize(6);
        impute(days);
        assertThat(imputed(days, "steps")).hasSize(3);
    }

    @Test
    void runsAtOnceLeaveEveryMinuteOnce() {
        GappyDays days = new GappyDays(fixture, "UTC");
        for (int i = 0; i < 5; i++) {
            days.deliver(DAY.plusDays(i), "a", days.gap(DAY.plusDays(i), 600, 3));
        }
        var runs = List.of(request(days), request(days), request(days)).stream()
                .map(wanted -> imputation.run(wanted, progress -> {}, new Cancellation()))
                .toList();
        runs.forEach(run -> await(run));
        assertThat(imputed(days, "steps")).hasSize(15).doesNotHaveDuplicates();
        assertThat(fixture.number(
                        "SELECT sum(minutes)::bigint FROM imputation_day WHERE series_id = " + series(days, "steps")))
                .isEqualTo(15);
    }

    @Test
    void wrongRequestsAreRefusedBeforeAnythingIsWritten() {
        long runs = fixture.number("SELECT count(*) FROM imputation_run");
        refused(
                "There is no metric heart.",
                new ImputationRequest(List.of(), List.of("heart"), null, null, null, false, "cli"));
        refused(
                "floors is never imputed",
                new ImputationRequest(List.of(), List.of("floors"), null, null, null, false, "cli"));
        refused(
                "There is no method magic",
                new ImputationRequest(List.of(), List.of(), null, null, "magic", false, "cli"));
        refused(
                "There is no participant 4711.",
                new ImputationRequest(List.of(4711L), List.of(), null, null, null, false, "cli"));
        refused("lies before", new ImputationRequest(List.of(), List.of(), DAY, DAY.minusDays(1), null, false, "cli"));
        assertThat(fixture.number("SELECT count(*) FROM imputation_run")).isEqualTo(runs);
    }

    private static void refused(String why, ImputationRequest request) {
        assertThatThrownBy(() -> await(imputation.run(request, progress -> {}, new Cancellation())))
                .hasRootCauseInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }
}
