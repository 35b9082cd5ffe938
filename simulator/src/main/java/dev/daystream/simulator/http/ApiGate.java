package dev.daystream.simulator.http;

import dev.daystream.simulator.fitbit.Variants;
import dev.daystream.simulator.oauth.Authority;
import dev.daystream.simulator.oauth.OAuthException;
import dev.daystream.simulator.oauth.Token;
import dev.daystream.simulator.world.Person;
import dev.daystream.simulator.world.World;
import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/** What every request to the API passes: token, scope, quota; then a worker makes the document. */
final class ApiGate {
    /** Makes a document; may take milliseconds. */
    interface Endpoint {
        byte[] answer(ApiRequest request);
    }

    private final World world;
    private final Authority authority;
    private final Quota quota;
    private final Corrections corrections;
    private final Variants variants;
    private final WorkerExecutor workers;

    ApiGate(
            World world,
            Authority authority,
            Quota quota,
            Corrections corrections,
            Variants variants,
            WorkerExecutor workers) {
        this.world = world;
        this.authority = authority;
        this.quota = quota;
        this.corrections = corrections;
        this.variants = variants;
        this.workers = workers;
    }

    void pass(RoutingContext context, String scope, Endpoint endpoint) {
        Future.<ApiRequest>future(promise -> promise.complete(admitted(context, scope)))
                .compose(request -> workers.executeBlocking(() -> endpoint.answer(request), false))
                .onSuccess(bytes -> Replies.send(context, 200, Buffer.buffer(bytes)))
                .onFailure(failure -> Replies.failure(context, failure));
    }

    private ApiRequest admitted(RoutingContext context, String scope) {
        Token token = authority.check(context.request().getHeader("Authorization"));
        Person person = world.person(token.person());
        String user = context.pathParam("user");
        if (person == null || !(user.equals("-") || user.equals(person.userId()))) {
            throw new OAuthException(403, "insufficient_permissions", "This token is not for user " + user);
        }
        if (!quota.admit(person.number(), context.response())) {
            throw new ApiException(429, "rate_limit", "Too many requests in this hour");
        }
        if (!token.scopes().contains(scope)) {
            throw new OAuthException(403, "insufficient_scope", "This request needs the scope " + scope);
        }
        String language = context.request().getHeader("Accept-Language");
        return new ApiRequest(
                world,
                corrections,
                variants,
                person,
                Map.copyOf(context.pathParams()),
                context.request().getParam("timezone"),
                language != null && language.startsWith("en_US"));
    }
}
