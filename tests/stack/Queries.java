import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Properties;

/**
 * Works on the embedded server of a data directory: {@code java -cp 'backend/target/lib/*' Queries.java DIRECTORY COMMAND}.
 *
 * <p>{@code roles FILE PASSWORD} runs the stack's roles.sql; {@code ask FOLDER PASSWORD} runs each query of the folder as the reader, and
 * fails on an error and on an answer without data.
 */
class Queries {
    public static void main(String[] arguments) throws Exception {
        String port = Files.readAllLines(Path.of(arguments[0], "postgresql", "postmaster.pid")).get(3).trim();
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/daystream";
        if (arguments[1].equals("roles")) {
            roles(url, Files.readString(Path.of(arguments[2])), arguments[3]);
            System.out.println(port);
        } else {
            System.exit(ask(url, Path.of(arguments[2]), arguments[3]) == 0 ? 0 : 1);
        }
    }

    private static void roles(String url, String sql, String password) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", "postgres");
        properties.setProperty("options", "-c daystream.reader_password=" + password + " -c daystream.monitor_password=" + password);
        try (var connection = DriverManager.getConnection(url, properties);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int ask(String url, Path folder, String password) throws Exception {
        int failed = 0;
        int answered = 0;
        try (var connection = DriverManager.getConnection(url, "daystream_reader", password);
                var files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                try (var statement = connection.createStatement();
                        ResultSet rows = statement.executeQuery(Files.readString(file))) {
                    if (hasData(rows)) {
                        answered++;
                    } else {
                        failed++;
                        System.out.println(file.getFileName() + ": empty");
                    }
                } catch (SQLException e) {
                    failed++;
                    System.out.println(file.getFileName() + ": " + e.getMessage());
                }
            }
        }
        System.out.println(answered + " queries answered with data, " + failed + " not");
        return failed;
    }

    /** A row counts if anything but its time is there. */
    private static boolean hasData(ResultSet rows) throws SQLException {
        while (rows.next()) {
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                if (!rows.getMetaData().getColumnLabel(i).equals("time") && rows.getObject(i) != null) {
                    return true;
                }
            }
        }
        return false;
    }
}
