package dev.daystream.http;

import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether a request that writes comes from a page of this server or from a program, and not from a page of another site.
 *
 * <p>Browsers say so in Sec-Fetch-Site, which no page can set. Older ones send only the Origin of the page; programs send neither.
 */
final class SameSite {
    private SameSite() {}

    static boolean mayWrite(HttpServerRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site == null
                ? isOwn(request.getHeader("Origin"), request.getHeader("Host"))
                : site.equals("same-origin") || site.equals("none");
    }

    /** Names are compared as they stand: a browser leaves out a port that goes without saying, in both. */
    private static boolean isOwn(@Nullable String origin, @Nullable String host) {
        if (origin == null) {
            return true;
        }
        int scheme = origin.indexOf("://");
        return host != null
                && scheme >= 0
                && origin.substring(scheme + 3).toLowerCase(Locale.ROOT).equals(host.toLowerCase(Locale.ROOT));
    }
}
