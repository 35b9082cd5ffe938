package dev.daystream.simulator.http;

import dev.daystream.simulator.SimulatorConfig;
import dev.daystream.simulator.fitbit.Variants;
import dev.daystream.simulator.oauth.Authority;
import dev.daystream.simulator.switches.Deliveries;
import dev.daystream.simulator.switches.SwitchedDays;
import dev.daystream.simulator.switches.Switches;
import dev.daystream.simulator.switches.Truth;
import dev.daystream.simulator.world.World;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.ext.web.Router;

/** Puts the HTTP side together. */
public final class Routes {
    private Routes() {}

    /**
     * Returns a router with everything that the simulator answers.
     *
     * @param workers where documents are made
     * @throws IllegalArgumentException if a switch of the configuration makes no sense
     */
    public static Router of(Vertx vertx, SimulatorConfig config, WorkerExecutor workers) {
        World world = new World(config.seed(), config.participants(), config.heartRateEvery(), config.clock());
        Authority authority = new Authority(config.seed(), config.clock(), config.tokenLifetime());
        Switches switches = new Switches(world);
        switches.add(config.switches());
        SwitchedDays days = new SwitchedDays(world, switches);
        Deliveries deliveries = new Deliveries(switches);
        Quota quota = new Quota(config.quota(), config.clock());
        ApiGate gate = new ApiGate(world, authority, quota, days, deliveries, new Variants(config.variants()), workers);
        Router router = Router.router(vertx);
        new FaultRoutes(vertx, new Faults()).mount(router);
        new SwitchRoutes(switches, deliveries).mount(router);
        new TruthRoutes(world, new Truth(world, switches, days), workers).mount(router);
        router.route().failureHandler(context -> Replies.failure(context, context.failure()));
        new ConsentPage(world, authority, config.clientId()).mount(router);
        new OAuthRoutes(world, authority, config.clientId(), config.clientSecret()).mount(router);
        new ApiRoutes(router, gate).mount();
        router.route().last().handler(context -> Replies.error(context, 404, "not_found", "The API has no such path"));
        return router;
    }
}
