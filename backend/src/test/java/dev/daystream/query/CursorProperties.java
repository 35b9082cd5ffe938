package dev.daystream.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;

class CursorProperties {
    @Property
    void whatIsWrittenIsReadAgain(
            @ForAll long position, @ForAll @AlphaChars @NumericChars String pin, @ForAll String parameters) {
        Cursor cursor = new Cursor(position, pin);
        assertThat(Cursor.decode(cursor.encode(parameters), parameters)).isEqualTo(cursor);
    }

    @Property
    void itFitsIntoAnAddressAsItIs(@ForAll long position, @ForAll String parameters) {
        String text = new Cursor(position, "2026-03-02T08:00:00Z/2026-03-03").encode(parameters);
        assertThat(text).matches("[A-Za-z0-9_-]+").hasSizeLessThan(512);
    }

    @Property
    void rubbishIsRefused(@ForAll @StringLength(max = 600) String rubbish) {
        assertThatThrownBy(() -> Cursor.decode(rubbish, "parameters"))
                .isInstanceOf(InvalidParametersException.class)
                .hasMessageContaining("cursor");
    }

    @Property
    void otherParametersAreRefused(@ForAll long position, @ForAll String one, @ForAll String other) {
        String text = new Cursor(position, "").encode(one);
        if (!one.equals(other)) {
            assertThatThrownBy(() -> Cursor.decode(text, other)).isInstanceOf(InvalidParametersException.class);
        }
    }

    @Property
    void aChangedCursorIsRefused(@ForAll long position, @ForAll byte change) {
        byte[] text = new Cursor(position, "pin").encode("p").getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        int at = Math.floorMod(position, text.length);
        if (change != 0) {
            text[at] ^= change;
            String changed = new String(text, java.nio.charset.StandardCharsets.ISO_8859_1);
            assertThatThrownBy(() -> Cursor.decode(changed, "p")).isInstanceOf(InvalidParametersException.class);
        }
    }
}
