package dev.daystream.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daystream.config.DatabaseSettings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@EveryEngine
class MigrationsTest {
    private final DatabaseSettings settings = TestDatabase.create();

    private void run(String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(settings.jdbcUrl(), settings.user(), settings.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void aCurrentSchemaIsLeftAlone() {
        assertThat(Migrations.apply(settings).migrations()).isZero();
    }

    @Test
    void theEngineIsRecognisedAndKept() {
        EngineOffer offer = Migrations.apply(settings).offer();
        boolean timescale =
                TestEngine.current() == TestEngine.WASM || offer.words().startsWith("TimescaleDB");
        assertThat(offer.engine()).isEqualTo(timescale ? Engine.TIMESCALEDB : Engine.POSTGRESQL);
    }

    @ParameterizedTest
    @CsvSource({
        "2.22.1,true",
        "2.23.0,false",
        "2.23.0-dev,false",
        "2.9,true",
        "1.99.9,true",
        "3.0.0,false",
        "2.29.2,false"
    })
    void versionsBeforeTheOldestAreKnown(String version, boolean tooOld) {
        assertThat(EngineOffer.isTooOld(version)).isEqualTo(tooOld);
    }

    @Test
    void aSchemaOfANewerProgramIsRefused() throws SQLException {
        run("INSERT INTO flyway_schema_history SELECT 99, '99', 'x', 'SQL', 'V99__x.sql', 1, 'x', now(), 1, true");
        assertThatThrownBy(() -> Migrations.apply(settings))
                .isInstanceOf(Migrations.SchemaException.class)
                .hasMessageContaining("version 99")
                .hasMessageContaining("newer");
    }

    @Test
    void aMigrationThatWasChangedAfterwardsIsRefused() throws SQLException {
        run("UPDATE flyway_schema_history SET checksum = 1 WHERE version = '2'");
        assertThatThrownBy(() -> Migrations.apply(settings)).hasMessageContaining("left as it is");
    }

    @Test
    void aDatabaseThatDoesNotExistIsNamedAtOnce() {
        DatabaseSettings none =
                new DatabaseSettings(settings.host(), settings.port(), "nowhere", settings.user(), settings.password());
        assertThatThrownBy(() -> Migrations.apply(none)).hasMessageContaining("nowhere");
    }
}
