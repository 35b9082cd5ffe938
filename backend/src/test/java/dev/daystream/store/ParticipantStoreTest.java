package dev.daystream.store;

import static dev.daystream.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.model.Participant;
import io.vertx.core.Vertx;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@EveryEngine
class ParticipantStoreTest {
    private final Vertx vertx = Vertx.vertx();
    private final ParticipantStore store = new ParticipantStore(Database.open(vertx, TestDatabase.create()));

    @AfterEach
    void close() {
        await(vertx.close());
    }

    @Test
    void anExternalIdBeyondAnyIntegerIsOneParticipantHoweverOftenItComes() {
        Participant first = await(store.create("99999999999999999999", "P99", ZoneId.of("Asia/Kathmandu")));
        Participant again = await(store.create("99999999999999999999", "other", ZoneId.of("UTC")));
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.name()).isEqualTo("P99");
        assertThat(again.zones().entries()).hasSize(1);
        assertThat(await(store.all())).hasSize(1);
    }
}
