package dev.daystream.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeptTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "Walk", "Ruhe\u00e4\t\n", "run \uD83C\uDFC3\uD83C\uDFC3", "\u0001\uFFFF"})
    void whatCanBeKeptIsLeftAlone(String text) {
        assertThat(KeptText.is(text)).isTrue();
        assertThat(KeptText.of(text)).isSameAs(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "a\u0000b", "\uD83C", "a\uD83Cb", "\uDFC3a", "\uDFC3\uD83C"})
    void whatCannotIsReplacedCharacterByCharacter(String text) {
        assertThat(KeptText.is(text)).isFalse();
        String kept = KeptText.of(text);
        assertThat(KeptText.is(kept)).isTrue();
        assertThat(kept).hasSameSizeAs(text).contains("\uFFFD");
    }

    @Test
    void aPairStaysWholeBesideAHalf() {
        assertThat(KeptText.of("\uD83C\uDFC3\uDFC3\uD83C\uD83C\uDFC3"))
                .isEqualTo("\uD83C\uDFC3\uFFFD\uFFFD\uD83C\uDFC3");
    }
}
