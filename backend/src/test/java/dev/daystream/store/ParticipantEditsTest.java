package dev.daystream.store;

import static dev.daystream.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daystream.model.Enrolment;
import dev.daystream.model.Participant;
import dev.daystream.model.ZoneHistory;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@EveryEngine
class ParticipantEditsTest {
    private static final Instant LANDING = Instant.parse("2026-06-10T16:00:00Z");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private final Vertx vertx = Vertx.vertx();
    private final Database database = Database.open(vertx, TestDatabase.create());
    private final ParticipantStore store = new ParticipantStore(database);
    private final ParticipantEdits edits = new ParticipantEdits(database);
    private final long id =
            await(store.create("X1", "Xenia", ZoneId.of("Europe/Berlin"))).id();

    @AfterEach
    void close() {
        await(database.close());
        await(vertx.close());
    }

    private Participant participant() {
        return await(store.find(id)).orElseThrow();
    }

    @Test
    void aZoneHoldsFromItsInstantOn() {
        var changed =
                await(edits.zones(id, before -> before.with(LANDING, NEW_YORK))).orElseThrow();
        assertThat(changed.any()).isTrue();
        assertThat(participant().zones()).isEqualTo(changed.after());
        assertThat(participant().zones().zoneAt(LANDING)).isEqualTo(NEW_YORK);
        assertThat(participant().zones().zoneAt(LANDING.minusMillis(1))).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(await(edits.zones(id, before -> before.without(LANDING)))
                        .orElseThrow()
                        .after())
                .isEqualTo(ZoneHistory.of(ZoneId.of("Europe/Berlin")));
    }

    @Test
    void aChangeThatFailsLeavesEverythingAsItWas() {
        assertThatThrownBy(() -> await(edits.zones(id, before -> before.without(LANDING))))
                .hasMessageContaining("No change of zone at 2026-06-10T16:00:00Z");
        assertThat(participant().zones().entries()).hasSize(1);
    }

    @Test
    void ofChangesAtOnceNoneIsLost() {
        List<Future<?>> all = new ArrayList<>();
        IntStream.range(0, 8)
                .forEach(i -> all.add(edits.zones(
                        id, before -> before.with(LANDING.plusSeconds(86_400L * i), ZoneId.of("Etc/GMT+" + (i + 1))))));
        await(Future.all(all));
        assertThat(participant().zones().entries()).hasSize(9);
    }

    @Test
    void enrolmentAndNameAreChanged() {
        Enrolment half = new Enrolment(null, LocalDate.parse("2026-06-30"));
        assertThat(await(edits.enrolment(id, before -> half)).orElseThrow().before())
                .isEqualTo(new Enrolment(null, null));
        assertThat(await(store.enrolment(id))).isEqualTo(half);
        assertThat(await(edits.name(id, "Xaver")).orElseThrow().before()).isEqualTo("Xenia");
        assertThat(participant().name()).isEqualTo("Xaver");
    }

    @Test
    void ofSomebodyWhoIsNotThereNothingIsChanged() {
        assertThat(await(edits.zones(99, before -> before))).isEmpty();
        assertThat(await(edits.enrolment(99, before -> before))).isEmpty();
        assertThat(await(edits.name(99, "Nobody"))).isEmpty();
    }
}
