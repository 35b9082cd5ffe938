package dev.daystream.config;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * How to reach a PostgreSQL server.
 *
 * @param host name or address
 * @param port TCP port
 * @param database name of the database
 * @param user role to log in as
 * @param password empty where the server asks for none
 */
public record DatabaseSettings(String host, int port, String database, String user, String password) {
    /**
     * Reads {@code postgres://user:password@host:port/database}.
     *
     * @throws IllegalArgumentException if a part is missing or wrong; the message never contains the password
     */
    public static DatabaseSettings parse(String url) {
        URI uri;
        try {
            uri = URI.create(url);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("it is not a URL");
        }
        if (!"postgres".equals(uri.getScheme()) && !"postgresql".equals(uri.getScheme())) {
            throw new IllegalArgumentException("it must start with postgres://");
        }
        String path = uri.getPath();
        if (uri.getHost() == null || path == null || path.length() < 2) {
            throw new IllegalArgumentException("it must read postgres://user:password@host:port/database");
        }
        String[] login = login(uri.getRawUserInfo());
        return new DatabaseSettings(
                uri.getHost(), uri.getPort() < 0 ? 5432 : uri.getPort(), path.substring(1), login[0], login[1]);
    }

    private static String[] login(@Nullable String userInfo) {
        if (userInfo == null || userInfo.isEmpty()) {
            throw new IllegalArgumentException("it names no user: postgres://user:password@host:port/database");
        }
        int colon = userInfo.indexOf(':');
        String user = colon < 0 ? userInfo : userInfo.substring(0, colon);
        String password = colon < 0 ? "" : userInfo.substring(colon + 1);
        return new String[] {
            URLDecoder.decode(user, StandardCharsets.UTF_8), URLDecoder.decode(password, StandardCharsets.UTF_8)
        };
    }

    /** Returns the address as JDBC writes it, without user and password. */
    public String jdbcUrl() {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }

    /** Returns where the server is, without the password. */
    @Override
    public String toString() {
        return "postgres://" + user + "@" + host + ":" + port + "/" + database;
    }
}
