package dev.daystream.source.parsing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WallTextsTest {
    @Test
    void readsEverySecondOfTheDay() {
        for (int second = 0; second < 86_400; second++) {
            String text = String.format("%02d:%02d:%02d", second / 3_600, second / 60 % 60, second % 60);
            assertThat(millisOfDay(text)).as(text).isEqualTo(second * 1_000L);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"00:00", "23:59", "08:31:07.5", "08:31:07.25", "08:31:07.123", "08:31:07.123456", "08:31:07.000"
            })
    void readsWithAndWithoutSecondsAndFractions(String text) {
        assertThat(millisOfDay(text)).isEqualTo(LocalTime.parse(text).toNanoOfDay() / 1_000_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "8:31",
                "24:00:00",
                "23:60:00",
                "23:59:60",
                "23-59-00",
                "23:59:0",
                "23:59:00.",
                "23:59:00.x",
                "2x:00:00",
                "/0:00:00",
                "0::00:00",
                "00:00:00Z",
                "00:00:00.1234567890",
                "12:00:00 PM"
            })
    void anythingElseIsNoTime(String text) {
        assertThat(millisOfDay(text)).isEqualTo(WallTexts.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-03-02T02:14:00", "2024-02-29T23:59:59.999", "1969-12-31T23:59", "2026-03-02T02:14:00.000"})
    void readsDateTimes(String text) {
        assertThat(wallMillis(text))
                .isEqualTo(LocalDateTime.parse(text).toInstant(ZoneOffset.UTC).toEpochMilli());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-29T00:00:00",
                "2026-13-01T00:00:00",
                "2026-03-02",
                "2026-03-02T",
                "2026-03-02x00:00:00",
                "2026/03/02T00:00:00",
                "2026-03-02T00:00:00Z",
                "2026-03-02T00:00:00+01:00"
            })
    void anythingElseIsNoDateTime(String text) {
        assertThat(wallMillis(text)).isEqualTo(WallTexts.NONE);
    }

    /** Both readers agree wherever the second one answers. */
    private static long millisOfDay(String text) {
        long time = WallTexts.millisOfDay(text.toCharArray(), 0, text.length());
        byte[] json = ("\"" + text + "\"").getBytes(StandardCharsets.UTF_8);
        assertThat(WallTexts.millisOfDay(json, 0)).isEqualTo(text.length() == 8 ? time : WallTexts.NONE);
        return time;
    }

    private static long wallMillis(String text) {
        return WallTexts.wallMillis(text.toCharArray(), 0, text.length());
    }
}
