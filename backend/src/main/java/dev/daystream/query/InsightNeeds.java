package dev.daystream.query;

import dev.daystream.metrics.Catalog;
import dev.daystream.metrics.Metric;
import dev.daystream.metrics.Payload;
import dev.daystream.query.InsightAnswer.Coverage;
import dev.daystream.query.InsightView.Missing;
import dev.daystream.store.InsightEvidence.Brings;
import dev.daystream.store.InsightEvidence.Count;
import dev.daystream.store.InsightEvidence.Person;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Knows which source brings what a question needs. */
final class InsightNeeds {
    /** Records that are no metrics: what they are called, and the data type that brings them. */
    private static final Map<String, String> NAMES = Map.of("sleep", "Sleep sessions", "workouts", "Logged activities");

    private static final Map<String, String> DATA_TYPES = Map.of("sleep", "sleep", "workouts", "daily_summary");

    private final Catalog catalog;

    InsightNeeds(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Returns what brings those of the needs that are sampled within the day. */
    List<Brings> sampled(Insight insight) {
        List<Brings> brings = new ArrayList<>();
        for (String need : all(insight)) {
            Metric metric = catalog.find(need);
            if (metric != null && metric.scope() == Metric.Scope.INTRADAY) {
                for (String source : catalog.sources()) {
                    for (Payload payload : catalog.payloadsWith(source, need)) {
                        brings.add(new Brings(need, source, payload.key()));
                    }
                }
            }
        }
        return brings;
    }

    /** Returns the needs that are not sampled within the day. */
    List<String> others(Insight insight) {
        return all(insight).stream()
                .filter(need -> {
                    Metric metric = catalog.find(need);
                    return metric == null || metric.scope() == Metric.Scope.DAILY;
                })
                .toList();
    }

    /** Puts together what there is. */
    List<Coverage> coverage(Insight insight, List<Person> people, List<Count> counts) {
        Map<String, Count> byNeed = counts.stream().collect(Collectors.toMap(Count::need, Function.identity()));
        long days = people.stream().mapToLong(Person::days).sum();
        return all(insight).stream()
                .map(need -> {
                    Count count = byNeed.getOrDefault(need, new Count(need, 0, 0));
                    return new Coverage(need, name(need), count.participants(), people.size(), count.days(), days);
                })
                .toList();
    }

    /** Says whether a question can be answered about some participants; without any, about anybody. */
    InsightView view(Insight insight, List<Person> people) {
        boolean answerable = people.isEmpty()
                ? insight.needs().stream().allMatch(need -> brings(catalog.sources(), need))
                : people.stream()
                        .anyMatch(person -> insight.needs().stream().allMatch(need -> brings(person.sources(), need)));
        return new InsightView(insight, answerable, missing(insight, people));
    }

    /** Says what is missing: of what no source brings once, of the rest for each source that the participants have. */
    private List<Missing> missing(Insight insight, List<Person> people) {
        Map<String, Integer> sources = new TreeMap<>();
        people.forEach(person -> person.sources().forEach(source -> sources.merge(source, 1, Integer::sum)));
        List<Missing> missing = new ArrayList<>();
        for (String need : all(insight)) {
            String absent = insight.absent().get(need);
            if (absent != null && !brings(catalog.sources(), need)) {
                missing.add(new Missing(need, null, people.size(), absent));
            } else {
                sources.forEach((source, count) -> {
                    if (!brings(source, need)) {
                        String text = "Days from %s have none of it: the source does not bring %s."
                                .formatted(source, name(need));
                        missing.add(new Missing(need, source, count, text));
                    }
                });
            }
        }
        return missing;
    }

    private static List<String> all(Insight insight) {
        return Stream.concat(insight.needs().stream(), insight.also().stream()).toList();
    }

    private boolean brings(Collection<String> sources, String need) {
        return sources.stream().anyMatch(source -> brings(source, need));
    }

    private boolean brings(String source, String need) {
        String dataType = DATA_TYPES.get(need);
        return dataType == null
                ? !catalog.payloadsWith(source, need).isEmpty()
                : catalog.payloadsOf(source).stream()
                        .anyMatch(payload -> payload.key().equals(dataType));
    }

    private String name(String need) {
        Metric metric = catalog.find(need);
        return metric == null ? NAMES.getOrDefault(need, need) : metric.name();
    }
}
