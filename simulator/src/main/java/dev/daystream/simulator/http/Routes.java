package dev.daystream.simulator.http;

import dev.daystream.simulator.SimulatorConfig;
import dev.daystream.simulator.fitbit.Variants;
import dev.daystream.simulator.oauth.Authority;
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
     */
    public static Router of(Vertx vertx, SimulatorConfig config, WorkerExecutor workers) {
        World world = new World(config.seed(), config.participants(), config.heartRateEvery(), config.clock());
        Authority authority = new Authority(config.seed(), config.clock(), config.tokenLifetime());
        Corrections corrections = new Corrections();
        Quota quota = new Quota(config.quota(), config.clock());
        ApiGate gate = new ApiGate(world, authority, quota, corrections, new Variants(config.variants()), workers);
        Router router = Router.router(vertx);
        new TestRoutes(vertx, new Faults(), corrections).mount(router);
        router.route().failureHandler(context -> Replies.failure(context, context.failure()));
        new ConsentPage(world, authority, config.clientId()).mount(router);
        new OAuthRoutes(world, authority, config.clientId(), config.clientSecret()).mount(router);
        new ApiRoutes(router, gate).mount();
        router.route().last().handler(context -> Replies.error(context, 404, "not_found", "The API has no such path"));
        return router;
    }
}
