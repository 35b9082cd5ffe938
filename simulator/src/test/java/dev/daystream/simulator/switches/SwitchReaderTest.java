package dev.daystream.simulator.switches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daystream.simulator.world.World;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SwitchReaderTest {
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            {"kind":"melt","from":"2026-03-02"} | kind must be one of non-wear
            {"from":"2026-03-02"} | kind must be one of non-wear
            {"kind":"non-wear"} | from is needed for non-wear
            {"kind":"non-wear","from":"yesterday"} | from must be a date
            {"kind":"non-wear","from":"2026-03-02","to":"2026-03-01"} | to must not be before from
            {"kind":"non-wear","from":"2026-03-02","start":"25:00"} | start must be a wall time
            {"kind":"non-wear","from":"2026-03-02","person":4} | person must be a whole number of 0 to 3
            {"kind":"non-wear","from":"2026-03-02","person":"Alice"} | person must be a whole number
            {"kind":"non-wear","from":"2026-03-02","zone":"Asia/Tokyo"} | zone is not known for non-wear
            {"kind":"charging","from":"2026-03-02"} | start is needed for charging
            {"kind":"late","from":"2026-03-02"} | hours must be a whole number of 1
            {"kind":"missing","from":"2026-03-02","payloads":["mood"]} | payloads must not hold mood
            {"kind":"missing","from":"2026-03-02","payloads":"steps"} | payloads must be a list
            {"kind":"missing","from":"2026-03-02","mode":"gone"} | mode must be one of absent, empty
            {"kind":"corrupt","from":"2026-03-02"} | mode must be one of truncated
            {"kind":"clock","from":"2026-03-02","minutes":0} | minutes must not be 0
            {"kind":"clock","from":"2026-03-02","minutes":721} | minutes must be a whole number of -720 to 720
            {"kind":"shortened","from":"2026-03-02","percent":100} | percent must be a whole number of 0 to 99
            {"kind":"zone","from":"2026-03-02"} | zone is needed for zone
            {"kind":"zone","from":"2026-03-02","zone":"Asia/Nowhere"} | zone must be an IANA zone
            """)
    void whatMakesNoSenseIsNamed(String json, String message) {
        assertThatThrownBy(() -> SwitchReader.read(new JsonObject(json), 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void whatIsNotSaidHasItsDefault() {
        Switch charging = read("charging", "\"start\":\"22:30\"");
        assertThat(charging.to()).isEqualTo(DAY);
        assertThat(charging.person()).isZero();
        assertThat(charging.end()).isEqualTo(LocalTime.parse("23:30"));
        assertThat(charging.payloads()).isEmpty();
        assertThat(read("missing", "\"person\":2").mode()).isEqualTo("absent");
        assertThat(read("correction", "\"payloads\":[\"steps\",\"spo2\"]"))
                .extracting(Switch::mode, Switch::amount, Switch::payloads)
                .containsExactly("changed", 1, Set.of("steps", "spo2"));
        assertThat(read("shortened", "\"hours\":30"))
                .extracting(Switch::amount, Switch::hours)
                .containsExactly(60, 30);
        assertThat(read("zone", "\"zone\":\"Asia/Tokyo\"").to()).isEqualTo(LocalDate.MAX);
    }

    @Test
    void allOfAListOrNothing() {
        var world = new World(42, 3, 0, Clock.systemUTC());
        Switches switches = new Switches(world);
        JsonObject good = new JsonObject().put("kind", "non-wear").put("from", "2026-03-02");
        JsonArray list = new JsonArray().add(good).add(new JsonObject().put("kind", "late"));
        assertThatThrownBy(() -> switches.add(list))
                .hasMessage("Switch 2: from is needed for late: a date such as 2026-03-02");
        assertThat(switches.count()).isZero();
        switches.add(good);
        assertThat(switches.of(Kind.NON_WEAR, 3, DAY)).hasSize(1);
        assertThat(switches.of(Kind.NON_WEAR, 3, DAY.plusDays(1))).isEmpty();
    }

    @Test
    void aJourneyThatNoCalendarKnowsIsRefused() {
        var world = new World(42, 3, 0, Clock.systemUTC());
        Switches switches = new Switches(world);
        JsonObject back = new JsonObject()
                .put("kind", "zone")
                .put("person", 1)
                .put("from", "2026-03-02")
                .put("start", "01:00")
                .put("zone", "America/New_York");
        assertThatThrownBy(() -> switches.add(back)).hasMessageContaining("falls back to the day before");
        assertThatThrownBy(
                        () -> switches.add(back.copy().put("from", "2026-03-29").put("start", "12:00")))
                .hasMessageContaining("change twice");
        assertThat(switches.count()).isZero();
    }

    private static Switch read(String kind, String more) {
        return SwitchReader.read(
                new JsonObject("{\"kind\":\"" + kind + "\",\"from\":\"" + DAY + "\"," + more + "}"), 3);
    }
}
