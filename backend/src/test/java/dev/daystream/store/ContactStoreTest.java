package dev.daystream.store;

import static dev.daystream.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.store.ContactStore.Contact;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@EveryEngine
class ContactStoreTest {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    private final Vertx vertx = Vertx.vertx();
    private final Database database = Database.open(vertx, TestDatabase.create());
    private final ContactStore store = new ContactStore(database);
    private final long id = await(new ParticipantStore(database).create("X1", "Xenia", ZoneId.of("Europe/Berlin")))
            .id();

    @AfterEach
    void close() {
        await(database.close());
        await(vertx.close());
    }

    private Optional<Long> claim(Instant since, Instant at) {
        return await(store.claim(id, since, at, "Hello", "Text"));
    }

    @Test
    void anAddressIsKeptReplacedAndForgotten() {
        assertThat(await(store.setAddress(id, "a@example.org"))).isTrue();
        assertThat(await(store.setAddress(id, "b@example.org"))).isTrue();
        assertThat(await(store.addresses(List.of(id, 99L)))).isEqualTo(Map.of(id, "b@example.org"));
        assertThat(await(store.setAddress(id, null))).isTrue();
        assertThat(await(store.addresses(List.of(id)))).isEmpty();
        assertThat(await(store.setAddress(99, "a@example.org"))).isFalse();
    }

    @Test
    void ofManyAtOnceOneMayWrite() {
        List<Future<Optional<Long>>> all = IntStream.range(0, 8)
                .mapToObj(i -> store.claim(id, NOW.minusSeconds(60), NOW, "Hello", "Text"))
                .toList();
        await(Future.all(all));
        assertThat(all).filteredOn(claim -> claim.result().isPresent()).hasSize(1);
    }

    @Test
    void whatFailedDoesNotStandInTheWay() {
        long failed = claim(NOW.minusSeconds(60), NOW).orElseThrow();
        assertThat(claim(NOW.minusSeconds(60), NOW)).isEmpty();
        await(store.finish(failed, "550 no such mailbox"));
        long sent = claim(NOW.minusSeconds(60), NOW.plusSeconds(1)).orElseThrow();
        await(store.finish(sent, null));
        assertThat(claim(NOW, NOW.plusSeconds(60))).isEmpty();
        assertThat(claim(NOW.plusSeconds(1), NOW.plusSeconds(61))).isPresent();
        assertThat(await(store.log(id, 10))).extracting(Contact::outcome).containsExactly("sending", "sent", "failed");
        assertThat(await(store.log(id, 10)).get(2).detail()).isEqualTo("550 no such mailbox");
    }
}
