package dev.daystream.query;

import dev.daystream.config.DatabaseSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Runs statements as a tool of somebody else would: through JDBC, with nothing bound, as the role that only reads. */
final class SqlRuns {
    private static final Pattern BLOCK = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL);

    private final DatabaseSettings settings;

    /**
     * What a statement gave.
     *
     * @param columns name and type of each
     * @param values of each row
     */
    record Result(List<String> columns, List<List<Object>> values) {
        int rows() {
            return values.size();
        }
    }

    SqlRuns(DatabaseSettings settings) {
        this.settings = settings;
    }

    Result asReader(String sql) {
        try (Connection connection =
                        DriverManager.getConnection(settings.jdbcUrl(), settings.user(), settings.password());
                Statement statement = connection.createStatement()) {
            statement.execute("SET ROLE daystream_reader");
            try (ResultSet found = statement.executeQuery(sql)) {
                ResultSetMetaData about = found.getMetaData();
                List<String> columns = new ArrayList<>();
                for (int i = 1; i <= about.getColumnCount(); i++) {
                    columns.add(about.getColumnName(i) + " " + type(about.getColumnType(i)));
                }
                List<List<Object>> rows = new ArrayList<>();
                while (found.next()) {
                    List<Object> row = new ArrayList<>();
                    for (int i = 1; i <= columns.size(); i++) {
                        row.add(found.getObject(i));
                    }
                    rows.add(row);
                }
                return new Result(columns, rows);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Returns the statements that a page of the documentation shows. */
    static List<String> blocksOf(String page) {
        try {
            return BLOCK.matcher(Files.readString(Path.of("../docs", page)))
                    .results()
                    .map(block -> block.group(1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String type(int type) {
        return switch (type) {
            case Types.SMALLINT, Types.INTEGER, Types.BIGINT -> "integer";
            case Types.REAL, Types.DOUBLE, Types.NUMERIC -> "number";
            case Types.DATE -> "date";
            case Types.BIT, Types.BOOLEAN -> "boolean";
            default -> "text";
        };
    }
}
