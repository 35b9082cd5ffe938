package dev.daystream.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns away what no request of ours is, before anything else looks at it, and says to browsers what they may do with answers. */
final class Guard {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final String CONTENT_POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data: blob:; frame-ancestors 'none'";

    private final AllowedMethods allowed;
    private final Set<String> hosts;

    Guard(AllowedMethods allowed, Set<String> allowedHosts) {
        this.allowed = allowed;
        hosts = new HashSet<>(LOOPBACK);
        allowedHosts.forEach(host -> hosts.add(host.toLowerCase(Locale.ROOT)));
    }

    void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        setHeaders(context.response());
        HostAndPort authority = request.authority();
        // A page of any site can make its own name point here; only the Host header tells.
        if (authority == null || !hosts.contains(authority.host().toLowerCase(Locale.ROOT))) {
            throw new ProblemException(Problem.WRONG_HOST, Problem.WRONG_HOST.explanation());
        }
        boolean api = request.path().startsWith("/api/");
        if (api && "cross-site".equals(request.getHeader("Sec-Fetch-Site"))) {
            throw new ProblemException(Problem.FOREIGN_SITE, Problem.FOREIGN_SITE.explanation());
        }
        checkMethod(request);
        context.next();
    }

    private void checkMethod(HttpServerRequest request) {
        Set<HttpMethod> methods = allowed.of(request.path());
        if (!methods.contains(request.method())) {
            String names = methods.stream().map(HttpMethod::name).collect(Collectors.joining(", "));
            request.response().putHeader("Allow", names);
            throw new ProblemException(
                    Problem.METHOD_NOT_ALLOWED,
                    request.method() + " is not allowed here; what is allowed: " + names + ".");
        }
        if (READING.contains(request.method())) {
            if (hasBody(request)) {
                throw new ProblemException(Problem.BODY_NOT_ALLOWED, Problem.BODY_NOT_ALLOWED.explanation());
            }
        } else if (!SameSite.mayWrite(request)) {
            throw new ProblemException(Problem.FOREIGN_SITE, Problem.FOREIGN_SITE.explanation());
        }
    }

    private static void setHeaders(HttpServerResponse response) {
        response.putHeader("Content-Security-Policy", CONTENT_POLICY)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("Cross-Origin-Resource-Policy", "same-origin");
    }

    /** Returns whether a request brings a body along, be it of no use. */
    static boolean hasBody(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        return request.headers().contains("Transfer-Encoding") || (length != null && !length.equals("0"));
    }
}
