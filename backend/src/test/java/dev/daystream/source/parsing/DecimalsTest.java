package dev.daystream.source.parsing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "61",
                "62.75",
                "-18.5",
                ".5",
                "5.",
                "1e3",
                "1.5E-7",
                "+4",
                "9007199254740993",
                "97.80000000000001",
                "0.1000000000000000055511151231257827",
                "123456789012345678901234567890",
                "00012.50"
            })
    void readsWhatDoubleReads(String text) {
        assertThat(Decimals.parse(text)).isEqualTo(Double.parseDouble(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-", ".", "1.2.3", "NaN", "Infinity", "1e999", "0x10", "12f", "1,5", "six", "--1"})
    void anythingElseIsNoNumber(String text) {
        assertThat(Decimals.parse(text)).isNaN();
    }

    @Test
    void agreesWithDoubleOnRandomNumbers() {
        Random random = new Random(20_260_302);
        for (int i = 0; i < 100_000; i++) {
            double number = Math.scalb(random.nextDouble() - 0.5, random.nextInt(60) - 20);
            String text = random.nextBoolean()
                    ? Double.toString(number)
                    : String.format("%." + random.nextInt(12) + "f", number);
            assertThat(Decimals.parse(text)).as(text).isEqualTo(Double.parseDouble(text));
        }
    }
}
