package dev.daystream.config;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The mail server that letters to participants are handed to.
 *
 * @param host name or address
 * @param port TCP port
 * @param tls whether the connection is encrypted from its first byte; otherwise STARTTLS is used where it is offered, and required for a login
 * @param user login, or null for none
 * @param password of the login
 * @param from the sender's address
 */
public record MailSettings(
        String host, int port, boolean tls, @Nullable String user, String password, String from) {
    /**
     * Reads {@code smtp://user:password@host:port} or the same with {@code smtps}; the login may be missing.
     *
     * @throws IllegalArgumentException if a part is wrong; the message never contains the password
     */
    static MailSettings parse(String url, String from) {
        URI uri;
        try {
            uri = URI.create(url);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("it is not a URL");
        }
        boolean tls = "smtps".equals(uri.getScheme());
        if (uri.getHost() == null || (!tls && !"smtp".equals(uri.getScheme()))) {
            throw new IllegalArgumentException("it must read smtp://host:port or smtps://user:password@host:port");
        }
        String[] login = uri.getRawUserInfo() == null
                ? new String[0]
                : uri.getRawUserInfo().split(":", 2);
        return new MailSettings(
                uri.getHost(),
                uri.getPort() >= 0 ? uri.getPort() : tls ? 465 : login.length > 0 ? 587 : 25,
                tls,
                login.length > 0 ? URLDecoder.decode(login[0], StandardCharsets.UTF_8) : null,
                login.length > 1 ? URLDecoder.decode(login[1], StandardCharsets.UTF_8) : "",
                from);
    }

    /** Returns where the server is, without the password. */
    @Override
    public String toString() {
        return (tls ? "smtps://" : "smtp://") + host + ":" + port;
    }
}
