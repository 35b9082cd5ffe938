package dev.daystream.simulator.http;

import dev.daystream.simulator.oauth.Authority;
import dev.daystream.simulator.oauth.Consent;
import dev.daystream.simulator.oauth.OAuthException;
import dev.daystream.simulator.world.Person;
import dev.daystream.simulator.world.World;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** The page on which a person lets an application read their data, here by choosing who one is. */
final class ConsentPage {
    private static final Set<String> SCOPES = Set.of(
            "activity",
            "heartrate",
            "sleep",
            "oxygen_saturation",
            "respiratory_rate",
            "temperature",
            "cardio_fitness",
            "profile",
            "settings",
            "weight",
            "nutrition",
            "location",
            "social",
            "electrocardiogram",
            "irregular_rhythm_notifications");
    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final World world;
    private final Authority authority;
    private final String clientId;

    ConsentPage(World world, Authority authority, String clientId) {
        this.world = world;
        this.authority = authority;
        this.clientId = clientId;
    }

    void mount(Router router) {
        router.get("/oauth2/authorize").handler(this::authorize);
    }

    private void authorize(RoutingContext context) {
        HttpServerRequest request = context.request();
        String redirect = redirectUri(request);
        Set<String> scopes = scopes(request);
        String challenge = challenge(request);
        String person = parameter(request, "person");
        if (person.isEmpty()) {
            page(context, scopes);
        } else if (person.equals("none")) {
            redirect(context, redirect, "error=access_denied");
        } else {
            String code = authority.code(new Consent(number(person), scopes, redirect, challenge));
            redirect(context, redirect, "code=" + encoded(code));
        }
    }

    private String redirectUri(HttpServerRequest request) {
        require(parameter(request, "client_id").equals(clientId), "invalid_client", "Unknown client_id");
        require(
                parameter(request, "response_type").equals("code"),
                "unsupported_response_type",
                "Only code is supported");
        String redirect = parameter(request, "redirect_uri");
        require(isWebAddress(redirect), "invalid_request", "redirect_uri must be an absolute http or https address");
        return redirect;
    }

    private static boolean isWebAddress(String text) {
        try {
            URI uri = URI.create(text);
            return uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Set<String> scopes(HttpServerRequest request) {
        Set<String> scopes = new LinkedHashSet<>(
                Arrays.asList(parameter(request, "scope").trim().split("[ +]+")));
        require(SCOPES.containsAll(scopes), "invalid_scope", "scope must name some of: " + String.join(" ", SCOPES));
        return scopes;
    }

    private static String challenge(HttpServerRequest request) {
        String challenge = parameter(request, "code_challenge");
        boolean valid = CHALLENGE.matcher(challenge).matches()
                && parameter(request, "code_challenge_method").equals("S256");
        require(challenge.isEmpty() || valid, "invalid_request", "code_challenge must be the S256 hash of a verifier");
        return challenge;
    }

    private int number(String text) {
        for (Person person : world.people()) {
            if (Integer.toString(person.number()).equals(text)) {
                return person.number();
            }
        }
        throw new OAuthException(400, "invalid_request", "There is no person " + text);
    }

    private static void redirect(RoutingContext context, String redirect, String result) {
        String state = parameter(context.request(), "state");
        String separator = redirect.contains("?") ? "&" : "?";
        context.response()
                .setStatusCode(302)
                .putHeader(
                        "Location", redirect + separator + result + (state.isEmpty() ? "" : "&state=" + encoded(state)))
                .end();
    }

    private void page(RoutingContext context, Set<String> scopes) {
        String here = context.request().path() + "?" + context.request().query() + "&person=";
        StringBuilder html = new StringBuilder("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width\"><title>Simulator: consent</title>"
                + "<body style=\"font:16px/1.5 system-ui;max-width:34rem;margin:3rem auto;padding:0 1rem\"><h1>Who are you?</h1>"
                + "<p>Daystream would like to read: " + escaped(String.join(", ", scopes)) + ".</p><ul>");
        for (Person person : world.people()) {
            html.append("<li><a href=\"")
                    .append(escaped(here))
                    .append(person.number())
                    .append("\">");
            html.append(escaped(person.fullName()))
                    .append("</a>, ")
                    .append(escaped(person.zone().getId()));
        }
        html.append("</ul><p><a href=\"").append(escaped(here)).append("none\">Refuse</a></p></body></html>");
        context.response().putHeader("Content-Type", "text/html;charset=UTF-8").end(html.toString());
    }

    private static void require(boolean condition, String errorType, String message) {
        if (!condition) {
            throw new OAuthException(400, errorType, message);
        }
    }

    private static String parameter(HttpServerRequest request, String name) {
        String value = request.getParam(name);
        return value == null ? "" : value;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
