package dev.daystream.simulator.http;

import dev.daystream.simulator.oauth.Authority;
import dev.daystream.simulator.oauth.OAuthException;
import dev.daystream.simulator.oauth.Token;
import dev.daystream.simulator.oauth.TokenPair;
import dev.daystream.simulator.world.Person;
import dev.daystream.simulator.world.World;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;

/** The endpoints that an application calls with its own secret. */
final class OAuthRoutes {
    private final World world;
    private final Authority authority;
    private final byte[] basic;

    OAuthRoutes(World world, Authority authority, String clientId, String clientSecret) {
        this.world = world;
        this.authority = authority;
        byte[] credentials = (clientId + ":" + clientSecret).getBytes(StandardCharsets.UTF_8);
        this.basic = ("Basic " + Base64.getEncoder().encodeToString(credentials)).getBytes(StandardCharsets.UTF_8);
    }

    void mount(Router router) {
        router.post("/oauth2/token").handler(BodyHandler.create(false)).handler(this::token);
        router.post("/oauth2/revoke").handler(BodyHandler.create(false)).handler(this::revoke);
        router.post("/1.1/oauth2/introspect").handler(BodyHandler.create(false)).handler(this::introspect);
    }

    private void token(RoutingContext context) {
        requireClient(context);
        TokenPair pair = switch (field(context, "grant_type")) {
            case "authorization_code" ->
                authority.exchange(
                        field(context, "code"), field(context, "redirect_uri"), field(context, "code_verifier"));
            case "refresh_token" -> authority.refresh(field(context, "refresh_token"));
            default ->
                throw new OAuthException(
                        400, "unsupported_grant_type", "Only authorization_code and refresh_token are supported");
        };
        Replies.json(context, 200, body(pair));
    }

    private JsonObject body(TokenPair pair) {
        Token token = pair.content();
        Person person = world.person(token.person());
        if (person == null) {
            throw new OAuthException(400, "invalid_grant", "This person does not take part");
        }
        return new JsonObject()
                .put("access_token", pair.access())
                .put("expires_in", token.expires() - token.issued())
                .put("refresh_token", pair.refresh())
                .put("scope", token.scope())
                .put("token_type", "Bearer")
                .put("user_id", person.userId());
    }

    private void revoke(RoutingContext context) {
        requireClient(context);
        authority.revoke(field(context, "token"));
        Replies.json(context, 200, new JsonObject());
    }

    private void introspect(RoutingContext context) {
        authority.check(context.request().getHeader("Authorization"));
        Token token = authority.inspect(field(context, "token"));
        if (token == null) {
            Replies.json(context, 200, new JsonObject().put("active", false));
            return;
        }
        Person person = world.person(token.person());
        Replies.json(
                context,
                200,
                new JsonObject()
                        .put("active", true)
                        .put("scope", token.scope())
                        .put("user_id", person == null ? "" : person.userId())
                        .put("token_type", token.use() == Token.Use.ACCESS ? "access_token" : "refresh_token")
                        .put("exp", token.expires() * 1_000)
                        .put("iat", token.issued() * 1_000));
    }

    private void requireClient(RoutingContext context) {
        String given = context.request().getHeader("Authorization");
        byte[] bytes = given == null ? new byte[0] : given.getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(basic, bytes)) {
            throw new OAuthException(
                    401, "invalid_client", "Invalid authorization header. Client id or secret is wrong");
        }
    }

    private static String field(RoutingContext context, String name) {
        String value = context.request().getFormAttribute(name);
        return value == null ? "" : value;
    }
}
