package dev.daystream.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daystream.config.DatabaseSettings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The role for other tools reads everything but secrets, and writes nothing. */
@EveryEngine
class ReaderRoleTest {
    private final DatabaseSettings settings = TestDatabase.create();

    private List<String> rows(String... statements) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(settings.jdbcUrl(), settings.user(), settings.password());
                Statement statement = connection.createStatement()) {
            for (int i = 0; i < statements.length - 1; i++) {
                statement.execute(statements[i]);
            }
            List<String> rows = new ArrayList<>();
            if (statement.execute(statements[statements.length - 1])) {
                ResultSet found = statement.getResultSet();
                while (found.next()) {
                    rows.add(found.getString(1));
                }
            }
            return rows;
        }
    }

    @Test
    void everyRelationIsEitherReadableOrLeftOutOnPurpose() throws SQLException {
        assertThat(rows("""
                SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm')
                   AND NOT has_table_privilege('daystream_reader', oid, 'SELECT') ORDER BY 1
                """)).containsExactly("connection", "contact", "flyway_schema_history", "participant_email");
    }

    @Test
    void everyViewForAnalysisIsReadable() throws SQLException {
        assertThat(rows("""
                SELECT relname FROM pg_class WHERE relnamespace = 'analytics'::regnamespace
                   AND NOT has_table_privilege('daystream_reader', oid, 'SELECT')
                """)).isEmpty();
        assertThat(rows("SET ROLE daystream_reader", "SELECT count(*) FROM analytics.daily_overview"))
                .containsExactly("0");
        assertThatThrownBy(() -> rows("SET ROLE daystream_reader", "CREATE VIEW analytics.mine AS SELECT 1"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void itReadsAndWritesNothing() throws SQLException {
        assertThat(rows("SET ROLE daystream_reader", "SELECT count(*) FROM sample"))
                .containsExactly("0");
        assertThatThrownBy(() -> rows("SET ROLE daystream_reader", "DELETE FROM sample"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> rows("SET ROLE daystream_reader", "SELECT * FROM connection"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> rows("SET ROLE daystream_reader", "SELECT address FROM participant_email"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> rows("SET ROLE daystream_reader", "CREATE TABLE mine (a integer)"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void itReadsRollUpsAsTheServiceDoes() throws SQLException {
        assertThat(rows(
                        "SET ROLE daystream_reader",
                        "SELECT count(*) FROM rollup_1h_of(1, '2026-01-01', '2026-02-01')"))
                .containsExactly("0");
    }

    @Test
    void nobodyCanLogInAsItUntilAnOperatorGivesItAPassword() throws SQLException {
        assertThat(rows("SELECT rolcanlogin::text FROM pg_roles WHERE rolname = 'daystream_reader'"))
                .containsExactly("false");
    }
}
