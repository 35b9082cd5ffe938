package dev.daystream.figures;

import dev.daystream.derive.InputKeys;
import dev.daystream.metrics.Catalog;
import dev.daystream.metrics.DerivedCatalog;
import dev.daystream.metrics.DerivedMetric.Input;
import dev.daystream.metrics.Payload;
import dev.daystream.store.DerivedStore.Feed;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Which deliveries feed which input. */
final class Feeds {
    private final List<String> inputs;
    private final List<Feed> feeds = new ArrayList<>();

    Feeds(Catalog catalog, DerivedCatalog derived) {
        inputs = derived.metrics().stream()
                .flatMap(metric -> derived.sources(metric).stream())
                .map(Input::key)
                .distinct()
                .toList();
        for (String source : catalog.sources()) {
            for (int input = 0; input < inputs.size(); input++) {
                int number = input;
                payloads(catalog, source, inputs.get(input))
                        .forEach(payload -> feeds.add(new Feed(number, source, payload.key())));
            }
        }
    }

    private static Stream<Payload> payloads(Catalog catalog, String source, String input) {
        return input.equals(InputKeys.SLEEP)
                ? catalog.sleepPayloads(source)
                : catalog.payloadsOf(source).stream()
                        .filter(payload -> payload.series().values().stream()
                                .anyMatch(target -> target.metric().equals(input)));
    }

    List<Feed> all() {
        return List.copyOf(feeds);
    }

    List<Feed> of(String input) {
        int number = number(input);
        return feeds.stream().filter(feed -> feed.input() == number).toList();
    }

    int number(String input) {
        return inputs.indexOf(input);
    }

    int count() {
        return inputs.size();
    }
}
