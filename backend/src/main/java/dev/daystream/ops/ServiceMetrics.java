package dev.daystream.ops;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.micrometer.Label;
import io.vertx.micrometer.MetricsDomain;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;
import java.util.Arrays;
import java.util.EnumSet;

/** What the service tells Prometheus about its own process. */
public final class ServiceMetrics {
    private ServiceMetrics() {}

    /** Returns a registry that knows the virtual machine. */
    public static PrometheusMeterRegistry registry() {
        PrometheusMeterRegistry registry = withoutNoise(new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        return registry;
    }

    /** Returns a registry that nobody reads, for commands. */
    public static MeterRegistry unread() {
        return withoutNoise(new SimpleMeterRegistry());
    }

    private static <R extends MeterRegistry> R withoutNoise(R registry) {
        // Vert.x counts statements in flight for each of its pools under one name without a label: of no use, and
        // refused with a warning.
        registry.config().meterFilter(MeterFilter.denyNameStartsWith("vertx.sql"));
        return registry;
    }

    /** Returns a Vert.x whose pools, of connections and of threads, are measured, and nothing else of it: labels stay few. */
    public static Vertx vertx(MeterRegistry registry) {
        MicrometerMetricsOptions metrics =
                new MicrometerMetricsOptions().setEnabled(true).setLabels(EnumSet.of(Label.POOL_TYPE, Label.POOL_NAME));
        Arrays.stream(MetricsDomain.values())
                .filter(domain -> domain != MetricsDomain.NAMED_POOLS)
                .forEach(metrics::addDisabledMetricsCategory);
        VertxOptions options =
                new VertxOptions().setPreferNativeTransport(false).setMetricsOptions(metrics);
        return Vertx.builder()
                .with(options)
                .withMetrics(new MicrometerMetricsFactory(registry))
                .build();
    }
}
