package dev.daystream.store;

import static dev.daystream.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.model.JobTrigger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EveryEngine
class VerificationTest {
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");
    private static final String ALL = "SELECT (SELECT count(*) FROM rollup_1m) + (SELECT count(*) FROM rollup_1h)"
            + " + (SELECT count(*) FROM rollup_1d) + (SELECT count(*) FROM sample)";
    private static final String FIRST = " WHERE (series_id, bucket) = (SELECT series_id, bucket FROM ";
    private static DayFixture fixture;

    @BeforeParameterizedClassInvocation
    static void deliver() {
        fixture = new DayFixture("Asia/Kolkata");
        for (int i = 0; i < 2; i++) {
            LocalDate date = DAY.plusDays(i);
            var range = fixture.participant.zones().day(date);
            fixture.deliver("heart_rate", date, "a", DayFixture.samples("heart_rate", range, 30, i));
            fixture.deliver("steps", date, "a", DayFixture.samples("steps", range, 60, i));
        }
        await(new Refresher(fixture.database).run());
    }

    @AfterParameterizedClassInvocation
    static void close() {
        fixture.close();
    }

    @Test
    void everyBucketIsComparedAndWhatIsStoppedIsNotComplete() {
        Verification verification = new Verification(fixture.database);
        Verification.Report all = await(verification.run(false, relation -> true));
        assertThat(all.compared())
                .isEqualTo(fixture.number("SELECT (SELECT count(*) FROM rollup_1m)"
                        + " + (SELECT count(*) FROM rollup_1h) + (SELECT count(*) FROM rollup_1d)"));
        assertThat(all.complete()).isTrue();
        Verification.Report stopped = await(verification.run(false, relation -> relation.equals("rollup_1m")));
        assertThat(stopped.complete()).isFalse();
        assertThat(stopped.compared()).isEqualTo(fixture.number("SELECT count(*) FROM rollup_1m"));
    }

    @Test
    void howTheLastOnesEndedIsKept() {
        VerificationLog log = new VerificationLog(fixture.database);
        assertThat(await(log.last())).isEqualTo(new VerificationLog.Last(null, null));
        Instant at = Instant.parse("2026-03-02T03:30:00Z");
        await(log.failed(JobTrigger.SCHEDULE, at, at, false, "x".repeat(5_000)));
        VerificationLog.Failed failed = await(log.last()).failed();
        assertThat(failed).isNotNull();
        assertThat(failed.error()).hasSize(2_000);
        VerificationLog.Ended ended = new VerificationLog.Ended("command", at, at.plusSeconds(2), 12, 3, false);
        await(log.ended(ended));
        assertThat(await(log.last())).isEqualTo(new VerificationLog.Last(ended, null));
        await(log.failed(JobTrigger.API, at, at.plusSeconds(9), true, "no room"));
        assertThat(await(log.last()))
                .isEqualTo(new VerificationLog.Last(
                        ended, new VerificationLog.Failed("api", at.plusSeconds(9), "no room")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE rollup_1m SET sum = sum + 1" + FIRST + "rollup_1m ORDER BY 1, 2 LIMIT 1)",
                "UPDATE rollup_1h SET max = max + 1" + FIRST + "rollup_1h ORDER BY 1, 2 LIMIT 1)",
                "UPDATE rollup_1d SET count = count - 1" + FIRST + "rollup_1d ORDER BY 1, 2 LIMIT 1)",
                "DELETE FROM rollup_1m" + FIRST + "rollup_1m ORDER BY 1 DESC, 2 DESC LIMIT 1)",
                "UPDATE rollup_1h SET minutes = minutes + 1" + FIRST + "rollup_1h ORDER BY 1, 2 LIMIT 1)",
                "UPDATE rollup_1d SET minutes = minutes - 1" + FIRST + "rollup_1d ORDER BY 1, 2 LIMIT 1)",
                "DELETE FROM rollup_1h",
                "INSERT INTO rollup_1m SELECT '2020-01-01', series_id, 1, 1, 1, 1 FROM rollup_1m LIMIT 1",
                "INSERT INTO rollup_1d SELECT bucket + interval '30 days', series_id, 1, 1, 1, 1, 1 FROM rollup_1d LIMIT 1"
            })
    void whatWasBrokenIsFoundAndMended(String breakIt) {
        Verification verification = new Verification(fixture.database);
        long before = fixture.number(ALL);
        assertThat(await(verification.run(false))).isEmpty();
        await(fixture.database.query(breakIt));
        List<Verification.Finding> found = await(verification.run(false));
        assertThat(found).isNotEmpty();
        assertThat(await(verification.run(true))).isNotEmpty();
        assertThat(await(verification.run(false))).isEmpty();
        assertThat(fixture.number(ALL)).isEqualTo(before);
    }
}
