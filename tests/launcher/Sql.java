import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;

/** Runs one statement on the embedded server of a data directory: {@code java -cp 'backend/target/lib/*' Sql.java DIRECTORY STATEMENT}. */
class Sql {
    public static void main(String[] arguments) throws Exception {
        String port = Files.readAllLines(Path.of(arguments[0], "postgresql", "postmaster.pid")).get(3).trim();
        try (var connection =
                        DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/daystream", "postgres", "");
                var statement = connection.createStatement()) {
            System.out.println(statement.executeUpdate(arguments[1]) + " rows");
        }
    }
}
