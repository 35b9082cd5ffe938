package dev.daystream.metrics;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The metric catalogue as read from {@code metrics/catalog.yaml}: immutable, checked, and the same in every process. */
public final class Catalog {
    private static final Catalog BUNDLED = readBundled();
    private static final String SLEEP_SHAPE = "sleep";

    private final Map<String, Metric> metrics = new LinkedHashMap<>();
    private final List<Payload> payloads;

    private record Document(List<Metric> metrics, List<Payload> payloads) {}

    private Catalog(Document document) {
        Set<Integer> ids = new HashSet<>();
        for (Metric metric : document.metrics()) {
            if (metrics.put(metric.key(), metric) != null || !ids.add(metric.id())) {
                throw new IllegalArgumentException("Metric " + metric.key() + " (" + metric.id() + ") is listed twice");
            }
        }
        payloads = List.copyOf(document.payloads());
        for (Payload payload : payloads) {
            payload.series().forEach((field, target) -> require(payload, field, target, Metric.Scope.INTRADAY));
            payload.daily().forEach((field, target) -> require(payload, field, target, Metric.Scope.DAILY));
        }
    }

    /** Returns the catalogue that this build was made with. */
    public static Catalog bundled() {
        return BUNDLED;
    }

    /**
     * Reads a catalogue document in YAML.
     *
     * @throws IOException if it is not readable as one
     * @throws IllegalArgumentException if an id or key occurs twice, or a payload names an unknown metric
     */
    public static Catalog read(InputStream yaml) throws IOException {
        return new Catalog(new ObjectMapper(new YAMLFactory()).readValue(yaml, Document.class));
    }

    /** Returns all metrics in the catalogue's order. */
    public List<Metric> metrics() {
        return List.copyOf(metrics.values());
    }

    /** Returns all payloads in the catalogue's order. */
    public List<Payload> payloads() {
        return payloads;
    }

    /** Returns the metric of that key, or null. */
    public @Nullable Metric find(String key) {
        return metrics.get(key);
    }

    /**
     * Returns the metric of that key.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Metric get(String key) {
        Metric metric = metrics.get(key);
        if (metric == null) {
            throw new IllegalArgumentException("There is no metric " + key + " in the catalogue");
        }
        return metric;
    }

    /** Returns the keys of all sources. */
    public List<String> sources() {
        return payloads.stream().map(Payload::source).distinct().toList();
    }

    /** Returns what a source delivers, in the catalogue's order. */
    public List<Payload> payloadsOf(String source) {
        return payloads.stream()
                .filter(payload -> payload.source().equals(source))
                .toList();
    }

    /** Returns the payloads of a source that bring a metric, be it sampled within the day or a daily figure. */
    public List<Payload> payloadsWith(String source, String metric) {
        return payloadsOf(source).stream()
                .filter(payload -> Stream.concat(payload.series().values().stream(), payload.daily().values().stream())
                        .anyMatch(target -> target.metric().equals(metric)))
                .toList();
    }

    /** Returns the data types of every source that bring sleep sessions; a daily value of sleep cannot tell a night from a nap. */
    public List<String> sleepDataTypes() {
        return sources().stream()
                .flatMap(this::sleepPayloads)
                .map(Payload::key)
                .distinct()
                .toList();
    }

    /** Returns the payloads of a source that bring sleep sessions. */
    public Stream<Payload> sleepPayloads(String source) {
        return payloadsOf(source).stream().filter(payload -> payload.shape().equals(SLEEP_SHAPE));
    }

    /**
     * Returns one payload of a source.
     *
     * @throws IllegalArgumentException if there is none of that key
     */
    public Payload payload(String source, String key) {
        return payloadsOf(source).stream()
                .filter(payload -> payload.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Source " + source + " has no payload " + key));
    }

    private void require(Payload payload, String field, Payload.Target target, Metric.Scope scope) {
        if (get(target.metric()).scope() != scope) {
            throw new IllegalArgumentException("Payload " + payload.source() + "/" + payload.key() + " maps " + field
                    + " to " + target.metric() + ", which is not " + scope);
        }
    }

    private static Catalog readBundled() {
        try (InputStream yaml = Catalog.class.getResourceAsStream("/metrics/catalog.yaml")) {
            if (yaml == null) {
                throw new IllegalStateException("metrics/catalog.yaml is missing from the class path");
            }
            return read(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
