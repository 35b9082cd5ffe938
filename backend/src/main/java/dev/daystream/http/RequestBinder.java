package dev.daystream.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads all that a request for one operation says, and checks it against the contract; the one gate before what answers it. */
final class RequestBinder {
    private final ParameterBinder parameters;
    private final @Nullable BodyBinder body;

    RequestBinder(Contract.Operation operation) {
        SchemaCheck schema = operation.body();
        parameters = new ParameterBinder(operation.parameters());
        body = schema == null ? null : new BodyBinder(schema);
    }

    /**
     * Returns what the request says.
     *
     * @throws RuntimeException a problem of the request's, for {@link Problems} to answer
     */
    Parameters bind(RoutingContext context) {
        Map<String, List<String>> values = parameters.bind(context.pathParams(), context.queryParams());
        return new Parameters(values, body(context));
    }

    private @Nullable JsonNode body(RoutingContext context) {
        if (body != null) {
            return body.bind(
                    context.request().getHeader("Content-Type"), context.body().buffer());
        }
        if (Guard.hasBody(context.request())) {
            throw new ProblemException(Problem.BODY_NOT_ALLOWED, Problem.BODY_NOT_ALLOWED.explanation());
        }
        return null;
    }
}
