package dev.daystream.store;

import static dev.daystream.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.model.Participant;
import io.vertx.core.Vertx;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ParticipantStoreTest {
    private static final Vertx VERTX = Vertx.vertx();
    private final ParticipantStore store = new ParticipantStore(Database.open(VERTX, TestDatabase.create()));

    @AfterAll
    static void close() {
        await(VERTX.close());
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
