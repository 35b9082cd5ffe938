package dev.daystream.source.fitbit;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VendorWordsTest {
    private static final List<String> SECRETS = List.of("hush-hush", "");

    private static String words(String json) {
        return VendorWords.of(Buffer.buffer(json.replace('\'', '"')), SECRETS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'errors':[{'errorType':'insufficient_scope','message':'No access to heartrate'}],'success':false} | insufficient_scope: No access to heartrate
            {'errors':[{'errorType':'validation','fieldName':'date','message':'Bad date'},{'errorType':'system'}]} | validation: Bad date; system
            {'errors':[{'message':'Only words'}]} | Only words
            {'error':'invalid_grant','error_description':'Consent was withdrawn'} | invalid_grant: Consent was withdrawn
            {'errors':[{'errorType':'insufficient_permissions_of_the_client'}]} | insufficient_permissions_of_the_client
            """)
    void typeAndMessageOfEachError(String body, String words) {
        assertThat(words(body)).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>Forbidden</html>",
                "{",
                "[]",
                "7",
                "{'errors':null}",
                "{'errors':[]}",
                "{'errors':[{}]}"
            })
    void aBodyWithoutWordsHasNone(String body) {
        assertThat(words(body)).isEmpty();
    }

    @Test
    void controlCharactersBecomeOneSpace() {
        assertThat(
                        words(
                                "{'errors':[{'errorType':'a\\u0000\\u001b[31mb','message':'one\\n\\n\\u202etwo\\u2028three'}]}"))
                .isEqualTo("a\uFFFD [31mb: one two three");
    }

    @Test
    void secretsAndTokensAreMasked() {
        assertThat(words("{'errors':[{'errorType':'expired_token','message':'Expired: hush-hush and"
                        + " eyJhbGciOiJIUzI1NiJ9abc.eyJzdWIiOiIyMlg0In0123456.c2lnbmF0dXJl0123456789,"
                        + " see https://dev.example.com/docs/oauth2'}]}"))
                .isEqualTo("expired_token: Expired: *** and ***.***.***, see https://dev.example.com/docs/oauth2");
    }

    @Test
    void longWordsAreCut() {
        assertThat(words("{'errors':[{'message':'" + "word ".repeat(100) + "'}]}"))
                .hasSize(VendorWords.LONGEST)
                .startsWith("word word")
                .endsWith("…");
        assertThat(words("{'errors':[{'message':'" + "x ".repeat(50_000) + "'}]}"))
                .isEmpty();
    }
}
