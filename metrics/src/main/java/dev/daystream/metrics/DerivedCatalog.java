package dev.daystream.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.daystream.metrics.DerivedMetric.Input;
import dev.daystream.metrics.DerivedMetric.Reference;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The figures that we make ourselves, as read from {@code metrics/derived.yaml}: immutable and checked. */
public final class DerivedCatalog {
    private static final DerivedCatalog BUNDLED = readBundled();

    private final Map<String, DerivedMetric> metrics = new LinkedHashMap<>();
    private final Map<String, Reference> references;

    private record Document(Map<String, Reference> references, List<DerivedMetric> metrics) {}

    private DerivedCatalog(Document document, Catalog catalog) {
        references = Map.copyOf(document.references());
        Set<Integer> ids = new HashSet<>();
        for (DerivedMetric metric : document.metrics()) {
            if (catalog.find(metric.key()) != null
                    || metrics.containsKey(metric.key())
                    || !ids.add(metric.id())
                    || !references.keySet().containsAll(metric.follows())) {
                throw new IllegalArgumentException("Figure " + metric.key() + " (" + metric.id()
                        + ") is listed twice, or follows a reference that is not listed");
            }
            metric.inputs().forEach(input -> require(catalog, metric, input));
            metrics.put(metric.key(), metric);
        }
    }

    /** Returns the list that this build was made with. */
    public static DerivedCatalog bundled() {
        return BUNDLED;
    }

    /**
     * Reads a list in YAML.
     *
     * @param catalog the metrics that figures are made from
     * @throws IOException if it is not readable as one
     * @throws IllegalArgumentException if an id or key occurs twice, or something is named that does not exist
     */
    public static DerivedCatalog read(InputStream yaml, Catalog catalog) throws IOException {
        ObjectMapper mapper = new ObjectMapper(new YAMLFactory());
        JsonNode document = mapper.readTree(yaml);
        Map<String, ObjectNode> complete = new LinkedHashMap<>();
        for (JsonNode listed : document.path("metrics")) {
            complete.put(listed.path("key").asText(), completed((ObjectNode) listed, complete));
        }
        ((ObjectNode) document).putArray("metrics").addAll(complete.values());
        return new DerivedCatalog(mapper.treeToValue(document, Document.class), catalog);
    }

    /** Returns what is listed, with the entries of what it is like where it has none of its own. */
    private static ObjectNode completed(ObjectNode listed, Map<String, ObjectNode> before) {
        ObjectNode other = before.get(listed.path("like").asText());
        ObjectNode all = other == null ? listed : other.deepCopy().setAll(listed);
        all.remove("like");
        return all;
    }

    /** Returns all figures in the list's order; what one is made from stands before it. */
    public List<DerivedMetric> metrics() {
        return List.copyOf(metrics.values());
    }

    /** Returns the figure of that key, or null. */
    public @Nullable DerivedMetric find(String key) {
        return metrics.get(key);
    }

    /**
     * Returns the figure of that key.
     *
     * @throws IllegalArgumentException if there is none
     */
    public DerivedMetric get(String key) {
        DerivedMetric metric = metrics.get(key);
        if (metric == null) {
            throw new IllegalArgumentException("There is no figure " + key + " in the list");
        }
        return metric;
    }

    /** Returns what a figure follows. */
    public List<Reference> references(DerivedMetric metric) {
        List<Reference> followed = new ArrayList<>();
        for (String key : metric.follows()) {
            Reference reference = references.get(key);
            if (reference != null) {
                followed.add(reference);
            }
        }
        return followed;
    }

    /** Returns what a figure is made from in the end: its inputs, with those of other figures in the place of these. */
    public List<Input> sources(DerivedMetric metric) {
        List<Input> sources = new ArrayList<>();
        for (Input input : metric.inputs()) {
            if (input.derived() == null) {
                sources.add(input);
            } else {
                for (Input below : sources(get(input.derived()))) {
                    sources.add(new Input(
                            below.metric(), below.sleep(), null, below.from() + input.from(), below.to() + input.to()));
                }
            }
        }
        return sources;
    }

    private void require(Catalog catalog, DerivedMetric metric, Input input) {
        String key = input.key();
        boolean known = input.metric() != null
                ? catalog.get(key).scope() == Metric.Scope.INTRADAY
                : input.sleep() || metrics.containsKey(key);
        if (!known) {
            throw new IllegalArgumentException("Figure " + metric.key() + " is made from " + key
                    + ", which is neither sampled within the day nor a figure listed before it");
        }
    }

    private static DerivedCatalog readBundled() {
        try (InputStream yaml = DerivedCatalog.class.getResourceAsStream("/metrics/derived.yaml")) {
            if (yaml == null) {
                throw new IllegalStateException("metrics/derived.yaml is missing from the class path");
            }
            return read(yaml, Catalog.bundled());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
