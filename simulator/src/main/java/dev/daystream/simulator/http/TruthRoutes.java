package dev.daystream.simulator.http;

import dev.daystream.simulator.switches.Truth;
import dev.daystream.simulator.world.Person;
import dev.daystream.simulator.world.World;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Answers with the truth, for tests alone: no part of the dialect, and nothing that an application could learn from its vendor. */
final class TruthRoutes {
    private static final int MOST_DAYS = 31;

    private final World world;
    private final Truth truth;
    private final WorkerExecutor workers;

    TruthRoutes(World world, Truth truth, WorkerExecutor workers) {
        this.world = world;
        this.truth = truth;
        this.workers = workers;
    }

    void mount(Router router) {
        router.get("/simulator/truth").handler(this::tell);
    }

    private void tell(RoutingContext context) {
        Person person = world.person(Integer.parseInt(parameter(context, "person", null)));
        if (person == null) {
            throw new IllegalArgumentException(
                    "person must be a number of 1 to " + world.people().size());
        }
        String first = parameter(context, "from", null);
        LocalDate from = LocalDate.parse(first);
        LocalDate to = LocalDate.parse(parameter(context, "to", first));
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        if (days < 1 || days > MOST_DAYS) {
            throw new IllegalArgumentException("from and to must name 1 to " + MOST_DAYS + " days, not " + days);
        }
        workers.executeBlocking(() -> days(person, from, to), false)
                .onSuccess(told -> Replies.json(context, 200, told))
                .onFailure(failure -> Replies.failure(context, failure));
    }

    private JsonObject days(Person person, LocalDate from, LocalDate to) {
        JsonArray days = new JsonArray();
        from.datesUntil(to.plusDays(1)).forEach(date -> days.add(truth.of(person, date)));
        return new JsonObject().put("days", days);
    }

    private static String parameter(RoutingContext context, String name, @Nullable String usual) {
        String value = context.request().getParam(name);
        if (value == null && usual == null) {
            throw new IllegalArgumentException(name + " is needed");
        }
        return value == null ? String.valueOf(usual) : value;
    }
}
