package dev.daystream.store;

import static dev.daystream.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.model.DayEvent;
import io.vertx.core.Promise;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@EveryEngine
class AnnouncementsTest {
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");

    private final DayFixture fixture = new DayFixture("UTC");
    private final Announcements announcements = await(Announcements.listen(fixture.vertx, fixture.database));

    @AfterEach
    void close() {
        await(announcements.close());
        fixture.close();
    }

    @Test
    void whatIsHeardCanBeReadAndWhatChangedNothingIsNotHeard() {
        List<Integer> revisions = new ArrayList<>();
        List<Long> samplesInPlace = new ArrayList<>();
        Promise<Void> heardAll = Promise.promise();
        announcements.add(new Announcements.Listener() {
            @Override
            public void day(DayEvent event) {
                revisions.add(event.revision());
                fixture.database.query("SELECT count(*) FROM sample").onSuccess(rows -> {
                    samplesInPlace.add(rows.iterator().next().getLong(0));
                    if (samplesInPlace.size() == 2) {
                        heardAll.complete();
                    }
                });
            }

            @Override
            public void gap() {
                heardAll.fail("a gap");
            }
        });
        var range = fixture.participant.zones().day(DAY);
        fixture.deliver("heart_rate", DAY, "a", DayFixture.samples("heart_rate", range, 60, 1));
        fixture.deliver("heart_rate", DAY, "a", DayFixture.samples("heart_rate", range, 60, 1));
        fixture.deliver("heart_rate", DAY, "b", DayFixture.samples("heart_rate", range, 30, 2));
        await(heardAll.future());
        assertThat(revisions).containsExactly(1, 2);
        assertThat(samplesInPlace.get(1)).isEqualTo(2_880);
    }
}
