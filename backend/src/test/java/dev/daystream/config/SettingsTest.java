package dev.daystream.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
    @Test
    void everythingHasADefault() {
        Settings settings = Settings.read(Map.of(), cron -> true);
        assertThat(settings.httpPort()).isEqualTo(3000);
        assertThat(settings.ingestEvery()).isEqualTo(Duration.ofMinutes(2));
        assertThat(settings.sourceUrl()).hasToString("http://127.0.0.1:8787");
    }

    @Test
    void allErrorsAreToldTogetherAndAPasswordNever() {
        assertThatThrownBy(() -> Settings.read(
                        Map.of(
                                "DAYSTREAM_HTTP_PORT", "70000",
                                "DAYSTREAM_INGEST_EVERY", "soon",
                                "DAYSTREAM_DATABASE_URL", "mysql://a:secret@b/c",
                                "DAYSTREAM_HTP_PORT", "1"),
                        cron -> true))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("DAYSTREAM_HTTP_PORT=70000: must lie between 0 and 65535")
                .hasMessageContaining("DAYSTREAM_INGEST_EVERY=soon: must be a duration such as 90s, 2m or 1h")
                .hasMessageContaining("DAYSTREAM_DATABASE_URL: it must start with postgres://")
                .hasMessageContaining("DAYSTREAM_HTP_PORT is not a setting; did you mean DAYSTREAM_HTTP_PORT?")
                .message()
                .doesNotContain("secret");
    }

    @Test
    void aDatabaseIsReadFromItsUrl() {
        var database = Settings.read(
                        Map.of("DAYSTREAM_DATABASE_URL", "postgres://me:p%40ss@db.example:6432/days"), cron -> true)
                .database();
        assertThat(database).isEqualTo(new DatabaseSettings("db.example", 6432, "days", "me", "p@ss"));
        assertThat(database).asString().doesNotContain("p@ss");
    }
}
