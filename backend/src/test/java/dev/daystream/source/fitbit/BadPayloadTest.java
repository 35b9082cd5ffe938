package dev.daystream.source.fitbit;

import static dev.daystream.source.fitbit.Fixtures.bytes;
import static dev.daystream.source.fitbit.Fixtures.parse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daystream.metrics.Payload;
import dev.daystream.source.BadPayloadException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BadPayloadTest {
    private static final Map<String, String> FILES = Map.of(
            "heart_rate", "heart.json",
            "steps", "steps.json",
            "calories", "calories.json",
            "active_zone_minutes", "azm-array.json",
            "spo2", "spo2-array.json",
            "hrv", "hrv.json",
            "breathing_rate", "breathing.json",
            "sleep", "sleep-stages.json",
            "daily_summary", "daily-summary.json");

    private static byte[] whole(String payload) {
        return bytes(Objects.requireNonNull(FILES.get(payload)));
    }

    static Stream<String> payloads() {
        return FILES.keySet().stream();
    }

    /** A payload that was cut short is never taken for a whole one. */
    @ParameterizedTest
    @MethodSource("payloads")
    void everyTruncationIsBad(String payload) {
        byte[] whole =
                new String(whole(payload), StandardCharsets.UTF_8).strip().getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> parse(payload, cut))
                    .as("first %d bytes", length)
                    .isInstanceOf(BadPayloadException.class);
        }
    }

    /** Whatever stands in the place of a byte, the parser answers with a day or says that the payload is bad. */
    @ParameterizedTest
    @MethodSource("payloads")
    void everyWrongByteIsAnswered(String payload) {
        byte[] whole = whole(payload);
        for (int i = 0; i < whole.length; i++) {
            for (byte wrong : new byte[] {'"', '{', ']', '0', ',', 'x', 0, (byte) 0xff}) {
                byte[] spoilt = whole.clone();
                spoilt[i] = wrong;
                try {
                    assertThat(parse(payload, spoilt)).isNotNull();
                } catch (BadPayloadException e) {
                    assertThat(e.getMessage()).isNotBlank();
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            heart_rate | 7
            heart_rate | "text"
            heart_rate | {}
            heart_rate | []
            heart_rate | [1]
            heart_rate | {"activities-heart-intraday":5}
            heart_rate | {"activities-heart-intraday":{"dataset":5}}
            heart_rate | {"activities-heart":{}}
            heart_rate | {"activities-heart":[]}{}
            heart_rate | {"activities-steps-intraday":{"dataset":[]}}
            spo2       | {"minutes":{}}
            sleep      | {"sleep":{}}
            daily_summary | {"activities":{}}
            """)
    void aPayloadOfAnotherFormIsBad(String payload, String text) {
        assertThatThrownBy(() -> parse(payload, text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(BadPayloadException.class);
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void aVendorsErrorIsNoDay(String payload) {
        assertThatThrownBy(() -> parse(payload, "error.json")).isInstanceOf(BadPayloadException.class);
    }

    @Test
    void theMessageNamesThePlaceAndNoValue() {
        byte[] payload = "{\"activities-heart-intraday\":{\"dataset\":[{\"time\":\"00:00:04\",\"value\":61x}]}}"
                .getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> parse("heart_rate", payload))
                .hasMessageContaining("(byte 70)")
                .hasMessageNotContaining("61")
                .hasNoCause();
    }

    @Test
    void aWebPageIsCalledOne() {
        byte[] page = " <!DOCTYPE html><html></html>".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> parse("steps", page)).hasMessageContaining("web page");
    }

    @Test
    void absurdSizesAreBad() {
        List<byte[]> absurd = List.of(
                new byte[JsonPayload.LONGEST + 1],
                ("{\"x\":" + "[".repeat(100) + "]".repeat(100) + "}").getBytes(StandardCharsets.UTF_8),
                ("{\"activities-steps-intraday\":{\"dataset\":[0" + ",0".repeat(JsonPayload.MOST_RECORDS) + "]}}")
                        .getBytes(StandardCharsets.UTF_8),
                ("{\"sleep\":[0" + ",0".repeat(JsonPayload.MOST_RECORDS) + "]}").getBytes(StandardCharsets.UTF_8),
                ("{\"summary\":[" + "[],".repeat(5_000_000) + "[]]}").getBytes(StandardCharsets.UTF_8));
        String[] payloads = {"steps", "steps", "steps", "sleep", "daily_summary"};
        for (int i = 0; i < payloads.length; i++) {
            String payload = payloads[i];
            byte[] bytes = absurd.get(i);
            assertThatThrownBy(() -> parse(payload, bytes)).isInstanceOf(BadPayloadException.class);
        }
    }

    @Test
    void everyShapeOfTheCatalogueHasAParser() {
        for (Payload payload : Fixtures.CATALOG.payloadsOf("fitbit")) {
            assertThat(FitbitParsers.of(payload)).isNotNull();
        }
    }
}
