package dev.daystream.ingest;

import static dev.daystream.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.store.SourceHealthReader;
import dev.daystream.store.SourceHealthReader.Health;
import dev.daystream.store.SourceHealthReader.ProfileZone;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An account that moves to another time zone is told of, and changes nothing. */
class ProfileZonesTest {
    private static final String ZONES =
            "SELECT string_agg(participant_id || zone, ',' ORDER BY participant_id) FROM participant_zone";

    private final IngestFixture fixture = new IngestFixture().begun();

    @AfterEach
    void close() {
        fixture.close();
    }

    private void everyProfileSays(String zone) {
        fixture.gateway.answerInstead(request -> {
            boolean profile = request.path().endsWith("/profile.json");
            if (profile) {
                request.response()
                        .putHeader("Content-Type", "application/json")
                        .end("{\"user\":{\"encodedId\":\"X\",\"timezone\":\"" + zone + "\"}}");
            }
            return profile;
        });
    }

    private List<Health> look() {
        await(fixture.fetching.profiles().look());
        return await(new SourceHealthReader(fixture.wiring.database()).page(null, 0, 10));
    }

    private @Nullable ProfileZone told(List<Health> sources, long participant) {
        return sources.stream()
                .filter(one -> one.participant() == participant)
                .findFirst()
                .orElseThrow()
                .profileZone();
    }

    @Test
    void anotherZoneIsToldSinceWhenAndNothingIsChanged() {
        assertThat(look())
                .hasSize(3)
                .allSatisfy(one -> assertThat(one.profileZone()).isNull());
        String before = fixture.text(ZONES);
        // The same zone by its old name: that is where the third of them lives.
        fixture.update("UPDATE participant_zone SET zone = 'Asia/Kolkata' WHERE participant_id = 3");
        everyProfileSays("Asia/Calcutta");
        List<Health> sources = look();
        ProfileZone first = Objects.requireNonNull(told(sources, 1));
        assertThat(first.zone()).isEqualTo("Asia/Calcutta");
        assertThat(first.study()).isEqualTo(fixture.text("SELECT zone FROM participant_zone WHERE participant_id = 1"));
        assertThat(told(sources, 2)).isNotNull();
        assertThat(told(sources, 3)).isNull();
        ProfileZone again = Objects.requireNonNull(told(look(), 1));
        assertThat(again.since()).isEqualTo(first.since());
        assertThat(again.toldAt()).isAfter(first.toldAt());
        assertThat(fixture.text(ZONES).replace("3Asia/Kolkata", "")).isEqualTo(before.replaceAll("3[^,]+", ""));
        fixture.gateway.answerInstead(request -> false);
        assertThat(told(look(), 1)).isNull();
    }

    @Test
    void aProfileThatCannotBeReadHoldsUpNobody() {
        everyProfileSays("Asia/Kathmandu");
        look();
        everyProfileSays("Nowhere/AtAll");
        assertThat(told(look(), 1)).isNotNull();
        assertThat(fixture.number("SELECT count(*) FROM profile_zone WHERE zone = 'Asia/Kathmandu'"))
                .isEqualTo(3);
    }
}
