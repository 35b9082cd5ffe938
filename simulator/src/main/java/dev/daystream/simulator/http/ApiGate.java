package dev.daystream.simulator.http;

import dev.daystream.simulator.fitbit.Variants;
import dev.daystream.simulator.oauth.Authority;
import dev.daystream.simulator.oauth.OAuthException;
import dev.daystream.simulator.oauth.Token;
import dev.daystream.simulator.switches.Deliveries;
import dev.daystream.simulator.switches.SwitchedDays;
import dev.daystream.simulator.world.Person;
import dev.daystream.simulator.world.World;
import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.time.LocalDate;
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
    private final SwitchedDays days;
    private final Deliveries deliveries;
    private final Variants variants;
    private final WorkerExecutor workers;

    ApiGate(
            World world,
            Authority authority,
            Quota quota,
            SwitchedDays days,
            Deliveries deliveries,
            Variants variants,
            WorkerExecutor workers) {
        this.world = world;
        this.authority = authority;
        this.quota = quota;
        this.days = days;
        this.deliveries = deliveries;
        this.variants = variants;
        this.workers = workers;
    }

    /** As {@link #pass}, for one payload of a day; switches decide what of it is handed over. */
    void pass(RoutingContext context, String scope, String payload, Endpoint endpoint) {
        String path = context.request().uri();
        pass(context, scope, request -> {
            LocalDate asked = request.date("date");
            if (deliveries.isAbsent(request.person(), asked, payload)) {
                throw new ApiException(404, "not_found", "No data of this kind is available for this user");
            }
            return deliveries.handOver(
                    request.person(), asked, payload, path, date -> endpoint.answer(request.on(date)));
        });
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
                days,
                variants,
                person,
                Map.copyOf(context.pathParams()),
                context.request().getParam("timezone"),
                language != null && language.startsWith("en_US"));
    }
}
