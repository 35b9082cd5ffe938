package dev.daystream.ingest;

import static dev.daystream.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LimiterTest {
    @Test
    void noMoreThanAllowedRunAtOnceAndTheOthersFollowInOrder() {
        Limiter limiter = new Limiter(2);
        List<Integer> started = new ArrayList<>();
        List<Promise<Void>> ends = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            int number = i;
            Promise<Void> end = Promise.promise();
            ends.add(end);
            limiter.run(() -> {
                started.add(number);
                return end.future();
            });
        }
        assertThat(started).containsExactly(0, 1);
        ends.get(1).complete();
        assertThat(started).containsExactly(0, 1, 2);
        ends.get(0).fail("it may fail");
        assertThat(started).containsExactly(0, 1, 2, 3);
    }

    @Test
    void manyThatEndAtOnceDoNotExhaustTheStack() {
        Limiter limiter = new Limiter(1);
        Promise<Void> first = Promise.promise();
        limiter.run(first::future);
        AtomicInteger ran = new AtomicInteger();
        List<Future<Integer>> others = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            others.add(limiter.run(() -> Future.succeededFuture(ran.incrementAndGet())));
        }
        first.complete();
        assertThat(ran).hasValue(100_000);
        assertThat(others).allMatch(Future::succeeded);
    }

    @Test
    void aTaskThatThrowsFailsAndGivesItsPlaceBack() {
        Limiter limiter = new Limiter(1);
        Future<Void> thrown = limiter.run(() -> {
            throw new IllegalStateException("broken");
        });
        assertThat(thrown.failed()).isTrue();
        assertThat(await(limiter.run(() -> Future.succeededFuture(1)))).isOne();
    }

    @Test
    void manyStepsDoNotExhaustTheStack() {
        AtomicInteger left = new AtomicInteger(100_000);
        await(Steps.untilDone(() -> Future.succeededFuture(left.decrementAndGet() == 0)));
        assertThat(left).hasValue(0);
    }

    @Test
    void stepsEndWithTheFirstFailure() {
        AtomicInteger ran = new AtomicInteger();
        assertThatThrownBy(() -> await(Steps.untilDone(
                        () -> ran.incrementAndGet() < 3 ? Future.succeededFuture(false) : Future.failedFuture("over"))))
                .hasMessageContaining("over");
        assertThat(ran).hasValue(3);
    }
}
